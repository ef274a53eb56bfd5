// The grid of a visit without network: what is typed and photographed stays on this device until the server has it. Two
// devices that wrote of one criterion are shown both texts, and the person chooses (ADR 21). Without this script the page is
// a form like another.
const worker = '/visit-kit-worker.js';
const scope = '/gestion/labellisation/demandes/';
const longestSide = 1600;
const thumbnail = 96;
const mostTried = 20;
const every = 30_000;
// As in a date of ISO 8601.
const dayInNoumea = new Intl.DateTimeFormat('sv', { timeZone: 'Pacific/Noumea' });
const form = document.querySelector('form[data-kit]');

const isAble = 'indexedDB' in window && 'serviceWorker' in navigator && 'caches' in window && 'locks' in navigator
  && 'randomUUID' in crypto;

if (form && isAble) {
  start();
}

async function start() {
  const { account, visit } = form.dataset;
  const base = location.pathname.replace(/\/kit$/, '');
  const kit = {
    account, base, visit, db: await open(), cacheName: `visit-kit:${account}`, findings: new Map(), photos: [],
    unkept: [], seen: [], isBusy: false, isAgain: false, trouble: null, isFull: false, isWarned: false,
  };
  // A shared machine: the pages of another account go. What it has not sent yet stays, for it alone.
  await forgetPages(name => name !== kit.cacheName);

  build(kit);
  await recall(kit);
  listen(kit);
  paint(kit);
  await tellReadiness(kit);
  sync(kit);
}

// What is on this device

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('visit-kit', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('findings', { keyPath: ['account', 'visit', 'code'] });
      request.result.createObjectStore('photos', { keyPath: ['account', 'visit', 'key'] });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function inStore(kit, name, mode, act) {
  return new Promise((resolve, reject) => {
    const transaction = kit.db.transaction(name, mode, { durability: 'strict' });
    const request = act(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

const own = kit => IDBKeyRange.bound([kit.account, kit.visit, ''], [kit.account, kit.visit, '\uffff']);
const put = (kit, name, row) => inStore(kit, name, 'readwrite', store => store.put(row));
const all = (kit, name) => inStore(kit, name, 'readonly', store => store.getAll(own(kit)));
const drop = (kit, name, id) => inStore(kit, name, 'readwrite', store => store.delete([kit.account, kit.visit, id]));

// False where the device has no room, or keeps nothing: what is open is still sent, but would not outlive the page.
async function keep(kit, name, row) {
  try {
    await put(kit, name, row);
    kit.isFull = false;
    return true;
  } catch {
    kit.isFull = true;
    paint(kit);
    return false;
  }
}

// The page

function build(kit) {
  kit.bar = document.querySelector('[data-kit-bar]');
  kit.bar.hidden = false;
  kit.status = text('p', '');
  kit.status.setAttribute('role', 'status');
  kit.status.className = 'kit-status';
  kit.ready = text('p', '');
  kit.ready.className = 'small';
  kit.ready.setAttribute('role', 'status');
  const actions = document.createElement('p');
  actions.className = 'actions';
  kit.send = button('Envoyer maintenant', () => sync(kit));
  kit.prepare = button('Préparer hors ligne', () => prepare(kit), 'second');
  kit.forget = button('Oublier sur cet appareil', () => forget(kit), 'second');
  actions.append(kit.send, kit.prepare, kit.forget);
  kit.bar.append(kit.ready, actions);
  form.prepend(kit.status);
  // What is typed goes by itself: the form's own button would send it a second time.
  form.querySelector('[data-plain]').hidden = true;
  form.querySelector('[data-plain-photos]').closest('.field').hidden = true;
  kit.parts = new Map([...form.querySelectorAll('[data-criterion]')].map(element => [element.dataset.criterion, {
    element,
    textarea: element.querySelector('textarea'),
    select: element.querySelector('select'),
    base: element.querySelector('[data-base]'),
    list: element.querySelector('[data-photos]'),
  }]));
  kit.chapters = [...form.querySelectorAll('details.kit')].map(chapter => {
    const words = text('span', '');
    words.className = 'muted';
    chapter.querySelector('summary').append(words);
    return [chapter, words];
  });
  for (const [code, part] of kit.parts) {
    for (const line of part.list.children) {
      const [link, weight] = line.children;
      kit.seen.push({ code, name: link.textContent, url: link.getAttribute('href'), weight: weight.textContent });
    }

    part.state = text('p', '');
    part.state.className = 'small muted';
    const id = `photo-${code || 'visite'}`;
    const field = document.createElement('div');
    field.className = 'field';
    const label = text('label', code ? `Photos de ${code}` : 'Photos de l’ensemble');
    label.htmlFor = id;
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', multiple: true, accept: 'image/*', id });
    input.addEventListener('change', () => take(kit, code, input));
    field.append(label, input);
    part.list.before(part.state, field);
  }
}

async function recall(kit) {
  for (const row of await all(kit, 'findings')) {
    const part = kit.parts.get(row.code);
    if (part?.textarea && (row.isWaiting || row.base >= Number(part.base.value))) {
      kit.findings.set(row.code, row);
      show(part, row);
      part.element.closest('details').open ||= row.isWaiting;
    }
  }

  kit.photos = await all(kit, 'photos');
  for (const photo of kit.photos) {
    kit.parts.get(photo.code)?.element.closest('details')?.setAttribute('open', '');
  }
}

function show(part, { text, choice, base }) {
  part.textarea.value = text;
  part.select.value = choice;
  part.base.value = base;
}

function listen(kit) {
  for (const [code, part] of kit.parts) {
    part.textarea?.addEventListener('input', () => note(kit, code, part));
    part.select?.addEventListener('change', () => note(kit, code, part));
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    sync(kit);
  });
  addEventListener('online', () => sync(kit));
  addEventListener('offline', () => paint(kit));
  document.addEventListener('visibilitychange', () => document.hidden || sync(kit));
  setInterval(() => waiting(kit) > 0 && sync(kit), every);
  for (const end of document.querySelectorAll('form[action="/deconnexion"]')) {
    end.addEventListener('submit', event => beforeSignOut(kit, event));
  }
}

async function note(kit, code, part) {
  const before = kit.findings.get(code);
  const row = {
    account: kit.account, visit: kit.visit, code, text: part.textarea.value, choice: part.select.value,
    base: before?.base ?? Number(part.base.value), key: crypto.randomUUID(), isWaiting: true, theirs: before?.theirs ?? null,
    tried: before?.tried ?? [],
  };
  kit.findings.set(code, row);
  paint(kit);
  await keep(kit, 'findings', row);
  clearTimeout(kit.timer);
  kit.timer = setTimeout(() => navigator.onLine && sync(kit), 2_000);
}

async function take(kit, code, input) {
  for (const picture of [...input.files]) {
    const number = [...kit.photos, ...kit.seen].filter(p => (p.code ?? '') === code).length + 1;
    const name = `${code || 'visite'}-${dayInNoumea.format(new Date())}-${number}`;
    const photo = {
      account: kit.account, visit: kit.visit, key: crypto.randomUUID(), code, picture: await reduce(picture, name),
    };
    kit.photos.push(photo);
    if (!await keep(kit, 'photos', photo)) {
      kit.unkept.push(photo);
    }
  }

  input.value = '';
  paint(kit);
  if (navigator.onLine) {
    sync(kit);
  }
}

// Smaller for the road, and without what the camera wrote into it. What this browser cannot read goes as it is.
async function reduce(picture, name) {
  try {
    const image = await createImageBitmap(picture, { imageOrientation: 'from-image' });
    const blob = await toBlob(draw(image, longestSide));
    image.close();
    return new File([blob], `${name}.jpg`, { type: 'image/jpeg', lastModified: Date.now() });
  } catch {
    return new File([picture], picture.name, { type: picture.type, lastModified: Date.now() });
  }
}

function draw(image, side) {
  const ratio = Math.min(1, side / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * ratio));
  canvas.height = Math.max(1, Math.round(image.height * ratio));
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function toBlob(canvas) {
  return new Promise((resolve, reject) => canvas.toBlob(
    blob => blob ? resolve(blob) : reject(new Error('The canvas gave nothing.')), 'image/jpeg', 0.8));
}

// Sending

const unsettled = kit => [...kit.findings.values()].filter(row => row.theirs);
const unsent = kit => [...kit.findings.values()].filter(row => row.isWaiting && !row.theirs);
const isTooLong = (kit, row) => row.text.length > kit.parts.get(row.code).textarea.maxLength;
const toSend = kit => unsent(kit).filter(row => !isTooLong(kit, row));
const photosToSend = kit => kit.photos.filter(photo => !photo.refusal);
const waiting = kit => unsent(kit).length + unsettled(kit).length + kit.photos.length;

// One tab at a time: two would send the same photograph twice.
async function sync(kit) {
  if (kit.isBusy) {
    kit.isAgain = true;
    return;
  }

  kit.isBusy = true;
  kit.trouble = null;
  paint(kit);
  try {
    await navigator.locks.request(`visit-kit:${kit.visit}`, async () => {
      kit.photos = [...await all(kit, 'photos'), ...kit.unkept];
      await exchange(kit);
    });
  } catch (error) {
    kit.trouble = { words: error.message };
  }

  kit.isBusy = false;
  paint(kit);
  if (kit.isAgain) {
    kit.isAgain = false;
    sync(kit);
  }
}

async function exchange(kit) {
  const state = await ask(kit, `${kit.base}/constats`);
  if (!state) {
    return;
  }

  if (state.account !== kit.account) {
    kit.trouble = { words: 'Un autre compte est connecté sur cet appareil. Vos constats attendent le vôtre.' };
    return;
  }

  if (state.visit !== kit.visit) {
    kit.trouble = { words: 'Une autre visite est prévue pour ce dossier. Ce que vous avez noté de celle-ci reste sur cet appareil.' };
    return;
  }

  let hasSent = false;
  const rows = toSend(kit);
  const entries = rows.map(({ code, text, choice, base, key, tried }) => ({ code, text, choice, base, key, tried }));
  if (entries.length > 0) {
    // Should the answer be lost, the next words tell the server that they follow these.
    for (const row of rows) {
      row.tried = [...row.tried ?? [], row.key].slice(-mostTried);
      await keep(kit, 'findings', row);
    }

    const outcomes = await ask(kit, `${kit.base}/constats`, state.token, { entries });
    for (const outcome of outcomes ?? []) {
      await settle(kit, outcome);
    }

    hasSent = outcomes !== null;
    paint(kit);
  }

  for (const photo of photosToSend(kit)) {
    if (!kit.photos.includes(photo)) {
      // Taken away meanwhile.
      continue;
    }

    if (await sendPhoto(kit, photo, state.token)) {
      hasSent = true;
    } else if (!photo.refusal) {
      break;
    }
  }

  const now = hasSent ? await ask(kit, `${kit.base}/constats`) : state;
  if (now) {
    await refresh(kit, now.seen);
    if (hasSent) {
      await putByAgain(kit);
    }
  }
}

// What was typed while its former words were on the way goes on from what is saved.
async function settle(kit, { key, isSaved, version, current }) {
  const row = kit.findings.get(current.code);
  row.tried = [];
  if (isSaved) {
    row.base = version;
    row.isWaiting = row.key !== key;
  } else {
    row.theirs = current;
  }

  kit.parts.get(current.code).base.value = row.base;
  await keep(kit, 'findings', row);
}

async function sendPhoto(kit, photo, token) {
  const url = await globalThis.resumableUpload.send(photo.picture, part => {
    kit.trouble = { words: `Envoi de « ${photo.picture.name} » : ${Math.floor(part * 100)} %`, isProgress: true };
    paint(kit);
  }, () => {
    throw new Error('La connexion est coupée. L’envoi reprend dès qu’elle revient.');
  });
  if (kit.trouble?.isProgress) {
    kit.trouble = null;
  }

  const answer = await ask(kit, `${kit.base}/photos`, token, {
    uploadId: url.split('/').pop(), code: photo.code || null, key: photo.key,
  });
  if (answer === null) {
    // Sent again it would be refused again: the person takes it away. The others go on.
    if (kit.trouble?.isRefusal) {
      globalThis.resumableUpload.forget(photo.picture);
      photo.refusal = kit.trouble.words;
      kit.trouble = null;
      await keep(kit, 'photos', photo);
    }

    return false;
  }

  globalThis.resumableUpload.forget(photo.picture);
  await remove(kit, photo);
  return true;
}

async function remove(kit, photo) {
  await drop(kit, 'photos', photo.key);
  kit.photos = kit.photos.filter(p => p.key !== photo.key);
  kit.unkept = kit.unkept.filter(p => p.key !== photo.key);
  paint(kit);
}

// Null when nothing came of it, and the trouble is told.
async function ask(kit, url, token, body) {
  let answer;
  try {
    answer = await fetch(url, body
      ? {
        method: 'POST', redirect: 'manual', body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', RequestVerificationToken: token },
      }
      : { redirect: 'manual', cache: 'no-store' });
  } catch {
    kit.trouble = { isOffline: true };
    return null;
  }

  if (answer.ok) {
    return answer.json();
  }

  kit.trouble = answer.type === 'opaqueredirect' || answer.status === 401
    ? { words: 'Reconnectez-vous, rien n’est perdu. ', isSignedOut: true }
    : answer.status === 422 ? { words: (await answer.json()).join(' '), isRefusal: true }
    : answer.status === 404 ? { words: 'Ce dossier n’est plus suivi par vous. Ce que vous avez noté reste sur cet appareil.' }
    : { words: 'L’envoi n’a pas abouti. Il sera repris : ce que vous avez noté reste sur cet appareil.' };
  return null;
}

// What others have written of the criteria that this device has nothing to say of.
async function refresh(kit, seen) {
  kit.seen = seen.photos;
  const elsewhere = new Set((await all(kit, 'findings')).filter(row => row.isWaiting).map(row => row.code));
  for (const now of seen.findings) {
    const part = kit.parts.get(now.code);
    const row = kit.findings.get(now.code);
    // What waits in another tab goes from there.
    if (!part?.textarea || row?.isWaiting || elsewhere.has(now.code)) {
      continue;
    }

    const isShown = part.textarea.value.trim() === now.text && part.select.value === now.choice;
    if (isShown) {
      part.base.value = now.version;
    } else if (document.activeElement === part.textarea) {
      // Nothing changes under the hands of who is typing: should they go on, they are shown both.
      continue;
    } else {
      show(part, { ...now, base: now.version });
    }

    if (row) {
      Object.assign(row, { text: now.text, choice: now.choice, base: now.version });
      await keep(kit, 'findings', row);
    }
  }
}

// Conflicts

async function keepMine(kit, row) {
  Object.assign(row, { base: row.theirs.version, key: crypto.randomUUID(), theirs: null, isWaiting: true });
  await keep(kit, 'findings', row);
  kit.parts.get(row.code).textarea.focus();
  sync(kit);
}

async function keepTheirs(kit, row) {
  Object.assign(row, { text: row.theirs.text, choice: row.theirs.choice, base: row.theirs.version, theirs: null, isWaiting: false });
  const part = kit.parts.get(row.code);
  show(part, row);
  await keep(kit, 'findings', row);
  part.textarea.focus();
  paint(kit);
}

async function merge(kit, row) {
  const part = kit.parts.get(row.code);
  part.textarea.value = `${row.text}\n${row.theirs.text}`.trim();
  row.text = part.textarea.value;
  row.key = crypto.randomUUID();
  await keep(kit, 'findings', row);
  part.textarea.focus();
}

// Without network

async function prepare(kit) {
  kit.prepare.disabled = true;
  kit.ready.textContent = 'Préparation…';
  try {
    await navigator.serviceWorker.register(worker, { scope });
    await navigator.storage?.persist?.();
    await putBy(kit);
    await navigator.serviceWorker.ready;
    await tellReadiness(kit);
  } catch {
    kit.ready.textContent = 'La préparation n’a pas abouti. Réessayez avec une meilleure connexion.';
  }

  kit.prepare.disabled = false;
}

// The page last, and with the parts that it names: those of the page that is open may be of an older version.
async function putBy(kit) {
  const cache = await caches.open(kit.cacheName);
  const page = await load(location.pathname);
  const fresh = new DOMParser().parseFromString(await page.clone().text(), 'text/html');
  const parts = [...fresh.querySelectorAll('link[rel=stylesheet], link[rel=icon], script[src], img[src]')]
    .map(part => new URL(part.getAttribute('href') ?? part.getAttribute('src'), location.href))
    .filter(url => url.origin === location.origin)
    .map(url => url.href);
  await Promise.all([...new Set(parts)].map(async url => cache.put(url, await load(url))));
  await cache.put(location.pathname, page);
}

async function load(url) {
  const answer = await fetch(url, { cache: 'no-cache' });
  if (!answer.ok || answer.redirected) {
    throw new Error(`${url}: ${answer.status}`);
  }

  return answer;
}

async function putByAgain(kit) {
  if (await isReady(kit)) {
    await putBy(kit).catch(() => {});
  }
}

async function isReady(kit) {
  return Boolean(await navigator.serviceWorker.getRegistration(scope))
    && await caches.has(kit.cacheName)
    && Boolean(await (await caches.open(kit.cacheName)).match(location.pathname, { ignoreVary: true }));
}

async function tellReadiness(kit) {
  if (!await isReady(kit)) {
    kit.ready.textContent = 'Ce kit n’est pas encore prêt hors ligne : préparez-le avant de partir.';
    return;
  }

  let bytes = 0;
  const cache = await caches.open(kit.cacheName);
  for (const request of await cache.keys()) {
    bytes += (await (await cache.match(request, { ignoreVary: true })).blob()).size;
  }

  kit.ready.textContent = `Prêt hors ligne sur cet appareil : ${Math.ceil(bytes / 1000)}\u00a0Ko. Ouvrez cette page même sans réseau.`;
}

async function forget(kit) {
  if (waiting(kit) > 0 && !kit.isWarned) {
    kit.isWarned = true;
    kit.forget.textContent = 'Oublier quand même';
    kit.ready.textContent = `${waitingWords(kit)} : tout cela serait perdu. Envoyez d’abord, ou oubliez quand même.`;
    return;
  }

  for (const name of ['findings', 'photos']) {
    await inStore(kit, name, 'readwrite', store => store.delete(own(kit)));
  }

  const cache = await caches.open(kit.cacheName);
  await cache.delete(location.pathname, { ignoreVary: true });
  const left = await cache.keys();
  if (!left.some(request => request.url.endsWith('/visite/kit'))) {
    await forgetPages(() => true);
    await (await navigator.serviceWorker.getRegistration(scope))?.unregister();
  }

  kit.findings.clear();
  location.reload();
}

async function forgetPages(isGone) {
  for (const name of await caches.keys()) {
    if (name.startsWith('visit-kit:') && isGone(name)) {
      await caches.delete(name);
    }
  }
}

// Signing out clears all that the browser has of the site.
function beforeSignOut(kit, event) {
  if (waiting(kit) > 0 && !kit.isLeaving) {
    event.preventDefault();
    kit.isLeaving = true;
    kit.trouble = { words: 'Se déconnecter efface ce qui n’est pas encore envoyé. Envoyez d’abord, ou déconnectez-vous quand même.' };
    paint(kit);
    kit.status.scrollIntoView();
  }
}

// Words

function count(number, one, many) {
  return `${number}\u00a0${number > 1 ? many : one}`;
}

function waitingWords(kit) {
  const [findings, photos] = [unsent(kit).length, photosToSend(kit).length];
  const parts = [
    ...findings > 0 ? [count(findings, 'constat', 'constats')] : [],
    ...photos > 0 ? [count(photos, 'photo', 'photos')] : [],
  ];
  return parts.length === 0 ? '' : `${parts.join(' et ')} ${findings + photos > 1 ? 'attendent' : 'attend'} le réseau`;
}

function paint(kit) {
  const disputed = unsettled(kit).length;
  const refused = kit.photos.length - photosToSend(kit).length;
  const lines = [
    waitingWords(kit),
    disputed > 0 ? `${count(disputed, 'constat', 'constats')} à départager` : '',
    refused > 0 ? `${count(refused, 'photo refusée', 'photos refusées')}` : '',
  ].filter(Boolean);
  const { trouble } = kit;
  const words = [
    kit.isFull ? 'Cet appareil ne garde rien de plus : sa mémoire est pleine, ou fermée. Envoyez avant de fermer cette page.' : '',
    trouble?.words ?? (trouble?.isOffline || !navigator.onLine ? 'Pas de réseau : continuez, tout reste sur cet appareil.' : ''),
  ].filter(Boolean).join(' ');
  say(kit, lines.length > 0 ? `${lines.join(', ')}.` : 'Tout est envoyé.', words, trouble?.isSignedOut);
  kit.isLeaving &&= waiting(kit) > 0;
  kit.send.hidden = toSend(kit).length + photosToSend(kit).length === 0;
  kit.send.disabled = kit.isBusy;
  for (const [code, part] of kit.parts) {
    paintPart(kit, code, part);
  }

  for (const [chapter, words] of kit.chapters) {
    const texts = [...chapter.querySelectorAll('textarea')];
    words.textContent = ` ${texts.filter(t => t.value.trim()).length} sur ${texts.length}`;
  }
}

// A screen reader reads it anew whenever it changes, so it changes only with its words.
function say(kit, state, words, isSignedOut) {
  const said = `${state} ${words}`;
  if (said === kit.said) {
    return;
  }

  kit.said = said;
  kit.status.replaceChildren(text('strong', state), words && ` ${words}`);
  if (isSignedOut) {
    const link = text('a', 'Se reconnecter');
    link.href = `/connexion?retour=${encodeURIComponent(location.pathname)}`;
    kit.status.append(link);
  }
}

function paintPart(kit, code, part) {
  const row = kit.findings.get(code);
  part.state.textContent = row?.theirs ? ''
    : row?.isWaiting && isTooLong(kit, row) ? `Trop long de ${count(row.text.length - part.textarea.maxLength, 'caractère', 'caractères')} : raccourcissez-le pour qu’il parte.`
    : row?.isWaiting ? 'Sur cet appareil' : row ? 'Envoyé' : '';
  const photos = kit.photos.filter(p => p.code === code);
  const seen = kit.seen.filter(p => (p.code ?? '') === code);
  const shown = JSON.stringify([photos.map(p => [p.key, p.refusal]), seen.map(p => p.url)]);
  if (part.shown !== shown && (photos.length > 0 || seen.length > 0 || part.shown)) {
    part.shown = shown;
    part.list.replaceChildren(...seen.map(sentLine), ...photos.map(photo => waitingLine(kit, photo)));
  }

  if (!row?.theirs) {
    part.conflict?.remove();
    part.conflict = null;
  } else if (part.conflict?.dataset.of !== `${row.theirs.version}`) {
    part.conflict?.remove();
    part.conflict = conflict(kit, row);
    part.select.closest('.field').before(part.conflict);
    part.element.closest('details').open = true;
  }
}

function conflict(kit, row) {
  const { theirs } = row;
  const note = document.createElement('div');
  note.className = 'note warn';
  note.dataset.of = theirs.version;
  const mine = kit.parts.get(row.code).select;
  const score = [...mine.options].find(option => option.value === theirs.choice)?.text;
  const actions = document.createElement('p');
  actions.className = 'actions';
  actions.append(
    button('Garder la mienne', () => keepMine(kit, kit.findings.get(row.code)), 'second'),
    button('Garder la sienne', () => keepTheirs(kit, kit.findings.get(row.code)), 'second'),
    button('Réunir les deux', () => merge(kit, kit.findings.get(row.code)), 'second'),
  );
  note.append(
    text('p', `${row.code} a deux versions`),
    text('p', `Celle de ${theirs.by}, enregistrée le ${theirs.at}\u00a0:`),
    text('blockquote', `${theirs.text || 'Aucun constat.'}${theirs.choice ? ` (note ${score})` : ''}`),
    text('p', 'La vôtre est ci-dessous, et vous pouvez la corriger. Celle que vous écartez reste dans l’historique.'),
    actions,
  );
  return note;
}

function sentLine(photo) {
  const line = document.createElement('li');
  const link = text('a', photo.name);
  link.href = photo.url;
  line.append(link, ' ', text('span', photo.weight));
  return line;
}

function waitingLine(kit, photo) {
  const state = photo.refusal ?? 'sur cet appareil.';
  const line = text('li', `${photo.picture.name}, ${Math.ceil(photo.picture.size / 1000)}\u00a0Ko : ${state} `);
  line.append(button('Retirer', () => remove(kit, photo), 'second mini'));
  createImageBitmap(photo.picture).then(image => line.prepend(draw(image, thumbnail)), () => {});
  return line;
}

function text(name, words) {
  const element = document.createElement(name);
  element.textContent = words;
  return element;
}

function button(words, act, kind) {
  const element = text('button', words);
  element.type = 'button';
  element.className = `btn ${kind ?? ''}`.trim();
  element.addEventListener('click', act);
  return element;
}
