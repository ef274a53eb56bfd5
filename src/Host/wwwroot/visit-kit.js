// The grid of a visit without network: what is typed and photographed stays on this device until the server has it. Two
// devices that wrote of one criterion are shown both texts, and the person chooses (ADR 21). Without this script the page is
// a form like another.
const worker = '/visit-kit-worker.js';
const scope = '/gestion/labellisation/demandes/';
const longestSide = 1600;
const thumbnail = 96;
const every = 30_000;
const form = document.querySelector('form[data-kit]');

if (form && 'indexedDB' in window && 'serviceWorker' in navigator && 'caches' in window) {
  start();
}

async function start() {
  const { account, file } = form.dataset;
  const base = location.pathname.replace(/\/kit$/, '');
  const kit = {
    account, base, file, db: await open(), cacheName: `visit-kit:${account}`, findings: new Map(), photos: [],
    seen: [], isBusy: false, isAgain: false, trouble: null, isWarned: false,
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
      request.result.createObjectStore('findings', { keyPath: ['account', 'file', 'code'] });
      request.result.createObjectStore('photos', { keyPath: ['account', 'file', 'key'] });
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

const own = kit => IDBKeyRange.bound([kit.account, kit.file, ''], [kit.account, kit.file, '\uffff']);
const put = (kit, name, row) => inStore(kit, name, 'readwrite', store => store.put(row));
const all = (kit, name) => inStore(kit, name, 'readonly', store => store.getAll(own(kit)));
const drop = (kit, name, id) => inStore(kit, name, 'readwrite', store => store.delete([kit.account, kit.file, id]));

// Says so where the device has no room or keeps nothing: the person may still send the form.
async function keep(kit, name, row) {
  try {
    await put(kit, name, row);
    return true;
  } catch {
    kit.trouble = { words: 'Cet appareil ne garde rien de plus : sa mémoire est pleine, ou fermée. Envoyez maintenant, ou libérez de la place.' };
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
    account: kit.account, file: kit.file, code, text: part.textarea.value, choice: part.select.value,
    base: before?.base ?? Number(part.base.value), key: crypto.randomUUID(), isWaiting: true, theirs: before?.theirs ?? null,
  };
  kit.findings.set(code, row);
  paint(kit);
  if (await keep(kit, 'findings', row)) {
    clearTimeout(kit.timer);
    kit.timer = setTimeout(() => navigator.onLine && sync(kit), 2_000);
  }
}

async function take(kit, code, input) {
  for (const picture of [...input.files]) {
    const number = kit.photos.filter(p => p.code === code).length + 1;
    const name = `${code || 'visite'}-${new Date().toISOString().slice(0, 10)}-${number}`;
    const photo = {
      account: kit.account, file: kit.file, key: crypto.randomUUID(), code, picture: await reduce(picture, name),
    };
    if (await keep(kit, 'photos', photo)) {
      kit.photos.push(photo);
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
const toSend = kit => [...kit.findings.values()].filter(row => row.isWaiting && !row.theirs);
const waiting = kit => toSend(kit).length + unsettled(kit).length + kit.photos.length;

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
    await navigator.locks.request(`visit-kit:${kit.file}`, async () => {
      kit.photos = await all(kit, 'photos');
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

  let hasSent = false;
  const entries = toSend(kit).map(({ code, text, choice, base, key }) => ({ code, text, choice, base, key }));
  if (entries.length > 0) {
    const outcomes = await ask(kit, `${kit.base}/constats`, state.token, { entries });
    for (const outcome of outcomes ?? []) {
      await settle(kit, outcome);
    }

    hasSent = outcomes !== null;
    paint(kit);
  }

  for (const photo of [...kit.photos]) {
    if (!await sendPhoto(kit, photo, state.token)) {
      break;
    }

    hasSent = true;
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
  kit.trouble = null;
  const answer = await ask(kit, `${kit.base}/photos`, token, {
    uploadId: url.split('/').pop(), code: photo.code || null, key: photo.key,
  });
  if (answer === null) {
    // Refused, its upload may be gone: the next try begins anew. The key tells the server if it was there all the same.
    if (kit.trouble?.isRefusal) {
      globalThis.resumableUpload.forget(photo.picture);
    }

    return false;
  }

  globalThis.resumableUpload.forget(photo.picture);
  await drop(kit, 'photos', photo.key);
  kit.photos = kit.photos.filter(p => p.key !== photo.key);
  paint(kit);
  return true;
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
  for (const now of seen.findings) {
    const part = kit.parts.get(now.code);
    const row = kit.findings.get(now.code);
    if (!part?.textarea || row?.isWaiting) {
      continue;
    }

    show(part, { ...now, base: now.version });
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
  sync(kit);
}

async function keepTheirs(kit, row) {
  Object.assign(row, { text: row.theirs.text, choice: row.theirs.choice, base: row.theirs.version, theirs: null, isWaiting: false });
  show(kit.parts.get(row.code), row);
  await keep(kit, 'findings', row);
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

async function putBy(kit) {
  const parts = document.querySelectorAll('link[rel=stylesheet], link[rel=icon], script[src], img[src]');
  const addresses = [...parts].map(part => part.href ?? part.src).filter(url => new URL(url).origin === location.origin);
  const cache = await caches.open(kit.cacheName);
  await Promise.all([location.pathname, ...new Set(addresses)].map(async url => {
    const answer = await fetch(url, { cache: 'no-cache' });
    if (!answer.ok || answer.redirected) {
      throw new Error(`${url}: ${answer.status}`);
    }

    await cache.put(url, answer);
  }));
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
  const findings = toSend(kit).length;
  const parts = [
    ...findings > 0 ? [count(findings, 'constat', 'constats')] : [],
    ...kit.photos.length > 0 ? [count(kit.photos.length, 'photo', 'photos')] : [],
  ];
  return parts.length === 0 ? '' : `${parts.join(' et ')} ${findings + kit.photos.length > 1 ? 'attendent' : 'attend'} le réseau`;
}

function paint(kit) {
  const disputed = unsettled(kit).length;
  const lines = [
    waitingWords(kit),
    disputed > 0 ? `${count(disputed, 'constat', 'constats')} à départager` : '',
  ].filter(Boolean);
  const trouble = kit.trouble;
  kit.status.replaceChildren(
    text('strong', lines.length > 0 ? `${lines.join(', ')}.` : 'Tout est envoyé.'),
    trouble?.words ? ` ${trouble.words}` : trouble?.isOffline || !navigator.onLine ? ' Pas de réseau : continuez, tout reste sur cet appareil.' : '',
  );
  if (trouble?.isSignedOut) {
    const link = text('a', 'Se reconnecter');
    link.href = `/connexion?retour=${encodeURIComponent(location.pathname)}`;
    kit.status.append(link);
  }

  kit.send.hidden = waiting(kit) === disputed;
  kit.send.disabled = kit.isBusy;
  for (const [code, part] of kit.parts) {
    paintPart(kit, code, part);
  }

  for (const [chapter, words] of kit.chapters) {
    const texts = [...chapter.querySelectorAll('textarea')];
    words.textContent = ` ${texts.filter(t => t.value.trim()).length} sur ${texts.length}`;
  }
}

function paintPart(kit, code, part) {
  const row = kit.findings.get(code);
  part.state.textContent = row?.theirs ? '' : row?.isWaiting ? 'Sur cet appareil' : row ? 'Envoyé' : '';
  const photos = kit.photos.filter(p => p.code === code);
  const seen = kit.seen.filter(p => (p.code ?? '') === code);
  const shown = JSON.stringify([photos.map(p => p.key), seen.map(p => p.url)]);
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
  const line = text('li', `${photo.picture.name}, ${Math.ceil(photo.picture.size / 1000)}\u00a0Ko : sur cet appareil. `);
  line.append(button('Retirer', async () => {
    await drop(kit, 'photos', photo.key);
    kit.photos = kit.photos.filter(p => p.key !== photo.key);
    paint(kit);
  }, 'second mini'));
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
