// Saves a long form while it is filled in, and keeps on this device what could not be sent: the link drops, the session
// ends. It is offered again to the same person, deleted once saved, and gone with the sign-out, which clears the storage.
const every = 20_000;
const longest = 7 * 24 * 3600 * 1000;
const prefix = 'draft:';
const form = document.querySelector('form[data-draft]');

if (form) {
  keep(form);
}

function keep(form) {
  const owner = `${prefix}${form.dataset.draft}:`;
  const key = `${owner}${location.pathname}`;
  const status = document.querySelector('[data-saved]');
  const saved = status.dataset.saved;
  if (saved) {
    localStorage.removeItem(`${owner}${saved}`);
  }

  forgetOthers(owner);
  let clean = contentOf(form);
  let isBusy = false;
  offer(form, key);

  form.addEventListener('input', () => {
    store(key, form);
  });
  setInterval(async () => {
    const sent = contentOf(form);
    if (isBusy || sent === clean) {
      return;
    }

    isBusy = true;
    store(key, form);
    const answer = await send(form, status);
    isBusy = false;
    if (!answer || contentOf(form) !== sent) {
      take(form, answer?.fields);
      return;
    }

    take(form, answer.fields);
    clean = contentOf(form);
    if (answer.left === 0) {
      localStorage.removeItem(key);
    }
  }, every);
  for (const end of document.querySelectorAll('form[action="/deconnexion"]')) {
    end.addEventListener('submit', () => forgetOthers('nobody'));
  }
}

// What the server has saved; null when it could not be reached, or would not.
async function send(form, status) {
  let answer;
  try {
    answer = await fetch(location.href, {
      method: 'POST', body: new FormData(form), headers: { 'X-Draft': '1' }, redirect: 'manual',
    });
  } catch {
    status.textContent = 'La connexion est coupée. Vos réponses restent sur cet appareil, et s’enregistrent dès qu’elle revient.';
    return null;
  }

  if (answer.type === 'opaqueredirect' || answer.status === 400) {
    status.textContent = 'Votre session est terminée. Vos réponses restent sur cet appareil : reconnectez-vous, puis rouvrez cette page. ';
    const link = document.createElement('a');
    link.href = `/connexion?retour=${encodeURIComponent(location.pathname)}`;
    link.textContent = 'Se reconnecter';
    status.append(link);
    return null;
  }

  if (!answer.ok) {
    status.textContent = 'L’enregistrement n’a pas abouti. Vos réponses restent sur cet appareil.';
    return null;
  }

  const said = await answer.json();
  status.textContent = said.left === 0
    ? said.saved
    : `${said.saved} Certaines réponses sont à corriger : enregistrez pour les voir.`;
  return said;
}

// The versions by which the server tells this person's next save from somebody else's.
function take(form, fields) {
  for (const [name, value] of Object.entries(fields ?? {})) {
    form.elements[name].value = value;
  }
}

function offer(form, key) {
  const kept = read(key);
  if (!kept || kept.content === contentOf(form)) {
    localStorage.removeItem(key);
    return;
  }

  const note = document.createElement('div');
  note.className = 'note warn';
  note.setAttribute('role', 'status');
  const at = new Date(kept.at);
  const minutes = String(at.getMinutes()).padStart(2, '0');
  const when = `${at.toLocaleDateString('fr-FR', { dateStyle: 'long' })} à ${at.getHours()} h ${minutes}`;
  note.append(
    text('p', 'Des réponses n’ont pas été enregistrées'),
    text('p', `Vous les aviez saisies sur cet appareil, le ${when}.`),
    button('Les reprendre', () => {
      restore(form, kept.content);
      note.remove();
    }, 'second'),
    ' ',
    button('Les oublier', () => {
      localStorage.removeItem(key);
      note.remove();
    }, 'second'),
  );
  form.prepend(note);
}

function restore(form, content) {
  const values = new Map();
  for (const [name, value] of JSON.parse(content)) {
    values.set(name, [...values.get(name) ?? [], value]);
  }

  for (const field of form.elements) {
    const given = values.get(field.name) ?? [];
    if (!isKept(field)) {
      continue;
    } else if (field.type === 'checkbox' || field.type === 'radio') {
      field.checked = given.includes(field.value);
    } else if (given.length > 0) {
      field.value = given[0];
    }
  }
}

function contentOf(form) {
  const values = [...form.elements].filter(field => isKept(field)
    && (!['checkbox', 'radio'].includes(field.type) || field.checked)).map(field => [field.name, field.value]);
  return JSON.stringify(values);
}

function isKept(field) {
  return field.name && field.name !== '__RequestVerificationToken' && !['file', 'submit', 'button', 'fieldset'].includes(field.type);
}

function store(key, form) {
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), content: contentOf(form) }));
  } catch {
    // The device keeps nothing, or has no room: the form still saves itself.
  }
}

function read(key) {
  const kept = JSON.parse(localStorage.getItem(key));
  return kept && Date.now() - kept.at < longest ? kept : null;
}

// A shared machine: what another person has left here is theirs, and goes.
function forgetOthers(owner) {
  Object.keys(localStorage)
    .filter(key => key.startsWith(prefix) && !key.startsWith(owner))
    .forEach(key => localStorage.removeItem(key));
}

function text(name, words) {
  const element = document.createElement(name);
  element.textContent = words;
  return element;
}

function button(words, act, kind) {
  const element = text('button', words);
  element.type = 'button';
  element.className = `btn ${kind ?? ''}`;
  element.addEventListener('click', act);
  return element;
}
