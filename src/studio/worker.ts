/**
 * The service worker of the app: it keeps the app's own files, so that the app works offline after the first visit. It answers requests
 * for these files only. Everything else goes to the network as without it.
 */
interface WorkerScope {
  readonly registration: { readonly scope: string };
  addEventListener(type: 'install' | 'activate', listener: (event: { waitUntil(work: Promise<unknown>): void }) => void): void;
  addEventListener(
    type: 'fetch',
    listener: (event: { readonly request: Request; respondWith(response: Promise<Response>): void }) => void,
  ): void;
  skipWaiting(): Promise<void>;
}

interface AppFiles {
  readonly hash: string;
  readonly files: readonly string[];
  readonly library: readonly string[];
}

/** In src/bundler/build-studio.ts: the list of files and its hash, so that each version has a worker of its own. */
declare const APP_FILES: AppFiles;

const worker = self as unknown as WorkerScope;
const cacheName = `placard-studio ${APP_FILES.hash}`;
const addressOf = (file: string): string => new URL(file, worker.registration.scope).href;
const own = new Set(['', 'files.json', ...APP_FILES.files, ...APP_FILES.library.map((file) => `library/${file}`)].map(addressOf));

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(removeOldVersions()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = request.url.split(/[?#]/, 1)[0]!;
  if (request.method === 'GET' && own.has(address)) event.respondWith(fromCache(request, address));
});

/** All files of one version, or no file of it. */
async function install(): Promise<void> {
  await (await caches.open(cacheName)).addAll([...own]);
  await worker.skipWaiting();
}

async function removeOldVersions(): Promise<void> {
  for (const each of await caches.keys()) if (each.startsWith('placard-studio ') && each !== cacheName) await caches.delete(each);
}

async function fromCache(request: Request, address: string): Promise<Response> {
  return (await (await caches.open(cacheName)).match(address)) ?? fetch(request);
}
