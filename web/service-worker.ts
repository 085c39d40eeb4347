// Keeps one whole version of the site for offline use, and changes versions only as a whole.
// The build fills in the build's name and the list of files with their hashes.
// Install: every file or none; unchanged ones come from the version before. Nothing is cached at run time.
// A new version waits until the page asks for it, or until no page is open that the old one serves.
import type { ToServiceWorker } from './worker-messages';

declare const self: ServiceWorkerGlobalScope;
declare const FILES: [path: string, sha256_base64: string][];

const kPrefix = `loopready ${self.registration.scope} `; // the origin may hold other sites
const kCache = kPrefix + BUILD_ID;
const kHashHeader = 'x-sha256';
const address_of = (path: string) => new URL(path, self.registration.scope).href;

async function find_unchanged(path: string, hash: string): Promise<Response | undefined> {
  for (const name of await caches.keys()) {
    if (!name.startsWith(kPrefix) || name === kCache) continue;
    const old = await (await caches.open(name)).match(address_of(path));
    if (old?.headers.get(kHashHeader) === hash) return old;
  }
  return undefined;
}

async function fetch_exactly(path: string, hash: string): Promise<Response> {
  const response = await fetch(address_of(path), { cache: 'no-cache', integrity: `sha256-${hash}`, redirect: 'error' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const headers = new Headers({ [kHashHeader]: hash });
  const type = response.headers.get('content-type');
  if (type) headers.set('content-type', type);
  return new Response(await response.arrayBuffer(), { headers });
}

async function install(): Promise<void> {
  try {
    const cache = await caches.open(kCache);
    await Promise.all(
      FILES.map(async ([path, hash]) => {
        const response = (await find_unchanged(path, hash)) ?? (await fetch_exactly(path, hash));
        await cache.put(address_of(path), response);
      }),
    );
  } catch (why) {
    await caches.delete(kCache); // the old version stays whole
    throw why;
  }
}

async function activate(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(kPrefix) && name !== kCache);
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(kCache);
  const wanted = request.mode === 'navigate' ? address_of('index.html') : request.url;
  return (await cache.match(wanted, { ignoreSearch: true })) ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(self.registration.scope)) event.respondWith(answer(request));
});
self.addEventListener('message', (event) => {
  const message = event.data as ToServiceWorker;
  if (message === 'activate') event.waitUntil(self.skipWaiting());
  if (message === 'activate_if_alone') {
    event.waitUntil(
      self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then((clients) => {
        const own = clients.filter((client) => client.url.startsWith(self.registration.scope));
        if (own.length <= 1) return self.skipWaiting();
      }),
    );
  }
});
