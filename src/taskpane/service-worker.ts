/**
 * Caches the whole build for offline use after the first visit. Files come only from the cache of this version, so that
 * a page and its worker always belong to one build. Requests to other origins, such as Office.js, are left to the
 * browser.
 */
interface Lifetime extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface FetchRequest extends Lifetime {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Scope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lifetime) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchRequest) => void): void;
}

/** Replaced by the build with its files and one hash over all of them. */
const { version, files } = '%PRECACHE%' as unknown as { readonly version: string; readonly files: readonly string[] };

const scope = self as unknown as Scope;
const CACHE = `cchc-${version}`;

scope.addEventListener('install', (event) => {
  const fill = async (): Promise<void> => {
    const cache = await caches.open(CACHE);
    await cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })));
    await scope.skipWaiting();
  };
  event.waitUntil(fill());
});

scope.addEventListener('activate', (event) => {
  const tidy = async (): Promise<void> => {
    const old = (await caches.keys()).filter((name) => name.startsWith('cchc-') && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await scope.clients.claim();
  };
  event.waitUntil(tidy());
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== scope.location.origin) return;
  const answer = async (): Promise<Response> => {
    const cache = await caches.open(CACHE);
    const known = await cache.match(request, { ignoreSearch: true });
    return known ?? fetch(request);
  };
  event.respondWith(answer());
});
