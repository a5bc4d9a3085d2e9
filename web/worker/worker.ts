/**
 * The service worker: keeps the files of the app, so that it opens without a network. It keeps nothing of the
 * interface's answers: those belong to whoever is signed in, and the app keeps them itself.
 */
declare const self: ServiceWorkerGlobalScope;
/** Put in when the app is built: the files that make it, and their version. */
declare const __FILES__: string[];
declare const __VERSION__: string;

const files = __FILES__;
const kept = `etapas-${__VERSION__}`;
/** A page that takes longer than this to come is shown from what is kept. */
const patience = 4_000;

self.addEventListener('install', (event) => {
  event.waitUntil(keepEverything());
});

async function keepEverything(): Promise<void> {
  const cache = await caches.open(kept);
  await cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })));
  await cache.add(new Request('/config.json', { cache: 'reload' }));
  await self.skipWaiting();
}

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOlderVersions());
});

async function forgetOlderVersions(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith('etapas-') && name !== kept).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || request.cache === 'no-store') return;
  if (pathname.startsWith('/assets/') || pathname === '/icon.svg') event.respondWith(fromKept(request));
  else if (pathname === '/config.json') event.respondWith(fresh(request, '/config.json'));
  else if (request.mode === 'navigate' && isApp(pathname)) event.respondWith(fresh(request, '/'));
});

/** Addresses that the app answers; the others are pages of their own. */
const isApp = (pathname: string) => !/^\/(api|oidc|local|c|u|p|v|privacy)(\/|$)|\.\w+$/.test(pathname);

async function fromKept(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

/** What the network has or, when it has nothing in good time, what is kept. */
async function fresh(request: Request, keptAs: string): Promise<Response> {
  const response = fetch(request);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  const first = await Promise.race([response.catch(() => undefined), late]);
  if (first?.ok) return first;
  return (await caches.match(keptAs)) ?? first ?? response;
}

export {};
