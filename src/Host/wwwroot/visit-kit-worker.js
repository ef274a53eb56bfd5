// Opens the kits of visits where there is no network: the page that visit-kit.js has put by, its stylesheet and its scripts.
// For the page the network goes first. The parts, whose addresses name their versions, come from where they were put by.
const kit = /^\/gestion\/labellisation\/demandes\/[0-9a-f-]{36}\/visite\/kit$/;
const patience = 8_000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) {
    return;
  }

  if (request.mode === 'navigate') {
    if (kit.test(url.pathname)) {
      event.respondWith(page(request));
    }
  } else if (/\.(css|js|svg)$/.test(url.pathname)) {
    event.respondWith(part(request));
  }
});

// A network that never answers is no better than none.
async function page(request) {
  const kept = await caches.match(request, { ignoreVary: true, ignoreSearch: true });
  if (!kept) {
    return fetch(request);
  }

  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const answer = await fetch(request, { signal: stop.signal });
    if (answer.status === 403 || answer.status === 404) {
      if (await hasWaiting(answer.headers.get('Kit-Account'), new URL(request.url).pathname)) {
        // The file is somebody else's now, or its visit is off: what this person wrote is still to be read here.
        return kept;
      }

      // Another account, or nothing left to send: the page is none of this person's business.
      await forget(request);
    }

    return answer.status >= 502 ? kept : answer;
  } catch {
    return kept;
  } finally {
    clearTimeout(timer);
  }
}

// Whether this account has put this very page by, and something noted of its visit waits to be sent.
async function hasWaiting(account, path) {
  const cacheName = `visit-kit:${account}`;
  const kept = account && await caches.has(cacheName) && await (await caches.open(cacheName)).match(path, { ignoreVary: true });
  const visit = kept && /data-visit="([^"]+)"/.exec(await kept.text())?.[1];
  if (!visit) {
    return false;
  }

  const own = IDBKeyRange.bound([account, visit, ''], [account, visit, '\uffff']);
  const request = indexedDB.open('visit-kit', 1);
  // The page makes the store: where there is none, nothing waits.
  request.onupgradeneeded = () => request.transaction.abort();
  try {
    const db = await outcome(request);
    const [findings, photos] = await Promise.all(['findings', 'photos'].map(
      name => outcome(db.transaction(name).objectStore(name).getAll(own))));
    db.close();
    return photos.length > 0 || findings.some(row => row.isWaiting);
  } catch {
    return false;
  }
}

function outcome(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function forget(request) {
  for (const name of await caches.keys()) {
    await (await caches.open(name)).delete(request, { ignoreVary: true, ignoreSearch: true });
  }
}

// Its address names its version.
async function part(request) {
  return await caches.match(request, { ignoreVary: true }) ?? fetch(request);
}
