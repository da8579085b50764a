/**
 * Keeps the page for use without a network. Files carry their content's hash in their names, so what is kept never goes stale;
 * the page itself is asked for first and taken from the cache when nobody answers. The build fills in version and files.
 */
const VERSION = '__VERSION__';
const FILES = '__FILES__';
/** Servers say that answers vary by origin; these files do not. */
const ANY_HEADERS = { ignoreVary: true };
const CACHE = `sparring-${VERSION}`;

self.addEventListener('install', (event) => {
  event.waitUntil(keepAll().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const request = event.request;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  event.respondWith(request.mode === 'navigate' ? pageFirstFromNetwork(request) : fromCacheFirst(request));
});

async function keepAll() {
  const cache = await caches.open(CACHE);
  for (const file of FILES) {
    if (await cache.match(file, ANY_HEADERS)) continue;
    const known = await caches.match(file, ANY_HEADERS);
    // The page has just loaded most of these: the browser's own cache answers.
    if (known && file !== './' && !file.endsWith('.html')) await cache.put(file, known);
    else await cache.add(file);
  }
}

async function dropOthers() {
  for (const name of await caches.keys()) {
    if (name.startsWith('sparring-') && name !== CACHE) await caches.delete(name);
  }
}

async function pageFirstFromNetwork(request) {
  try {
    const response = await fetch(request);
    if (response.ok) return response;
  } catch {
    // Without a network the kept page answers.
  }
  return (await caches.match(request, { ...ANY_HEADERS, ignoreSearch: true })) ?? (await caches.match('./', ANY_HEADERS)) ?? Response.error();
}

async function fromCacheFirst(request) {
  const kept = await caches.match(request, ANY_HEADERS);
  // What was kept may be damaged: a page that asks past the caches gets it from the network, and that is kept instead.
  if (kept && request.cache !== 'reload') return kept;
  const response = await fetch(request).catch(() => kept ?? Response.error());
  if (response !== kept && response.ok && response.type === 'basic') {
    const cache = await caches.open(CACHE);
    await cache.put(request, response.clone());
  }
  return response;
}
