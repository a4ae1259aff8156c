/**
 * Keeps the full page working with the network off. Not part of the page: scripts/build/service-worker.mjs makes it
 * dist/sw.js. It keeps exactly the files of one build, under their hashes, and serves a page from one build for as
 * long as it is open: a new build waits until no page is left, or until the only one is loaded again. It never
 * loads a page again by itself. What it does not know goes to the network as if it were not there.
 */
export {};

declare const self: ServiceWorkerGlobalScope;
/** Path in the site, and hash. */
declare const __KEPT__: readonly (readonly [string, string])[];
declare const __BUILD__: string;

/** Caches belong to the whole host: the scope keeps sites in other folders apart. */
const PREFIX = `tied ${self.registration.scope} `;
const CACHE = PREFIX + __BUILD__;
/** Once: the build writes the whole list wherever the name stands. */
const KEPT = __KEPT__;

const addressOf = (path: string) => new URL(path, self.registration.scope).href;
/** Under this name a file is kept: another build with the same file finds it again. */
const nameOf = (path: string, hash: string) => `${addressOf(path)}?${hash}`;
const names = new Map(KEPT.map(([path, hash]) => [addressOf(path), nameOf(path, hash)]));

/** From the cache of an earlier build where the file is the same, else from the network, past stale caches. */
async function keep(cache: Cache, path: string, hash: string): Promise<void> {
  const name = nameOf(path, hash);
  const known = await caches.match(name);
  if (known) return cache.put(name, known);
  // A server may unpack the digits, which changes their hash; decoding checks them anyway.
  const integrity = path.startsWith('data/') ? '' : hash;
  // Some hosts lead `index.html` to its folder, and a page may not come of an answer that was led elsewhere.
  const from = addressOf(path === 'index.html' ? '' : path);
  const fresh = await fetch(from, { cache: 'no-cache', integrity });
  if (!fresh.ok) throw new Error(`${path}: ${fresh.status}`);
  await cache.put(name, fresh);
}

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all(KEPT.map(([path, hash]) => keep(cache, path, hash)));
}

async function activate(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

const pages = async () => (await self.clients.matchAll({ type: 'window' })).length;

/** The page that was loaded last is of the next build, which can take over as soon as the page stands. */
let makesWay = false;

/**
 * The only open page is being loaded anew: the time for the next build. Its page comes from the network and names its
 * own files, which this worker does not know and leaves to the network. Null where it has to wait.
 */
async function pageOfNextBuild(request: Request): Promise<Response | null> {
  // Another page that opens beside it counts no more than the one that goes; only a reload is sure to replace it.
  if (!self.registration.waiting || request.cache !== 'no-cache' || (await pages()) > 1) return null;
  try {
    const page = await fetch(request, { cache: 'no-cache' });
    makesWay = page.ok;
    return page.ok ? page : null;
  } catch {
    return null;
  }
}

/** The page that went may count for a moment yet. */
const LINGERS = { every: 200, within: 5000 }; // ms

/** Only once nothing is on its way any more: browsers put off the change of workers until then, some for minutes. */
async function makeWay(): Promise<void> {
  for (let waited = 0; makesWay && waited <= LINGERS.within; waited += LINGERS.every) {
    if ((await pages()) === 1) return self.registration.waiting?.postMessage('take over');
    await new Promise((resolve) => setTimeout(resolve, LINGERS.every));
  }
}

async function answer(request: Request, name: string): Promise<Response> {
  const next = request.mode === 'navigate' ? await pageOfNextBuild(request) : null;
  if (next) return next;
  // In whatever cache: the name holds the hash. To open our own could bring it back after the next build has deleted it.
  const kept = await caches.match(name);
  // `reload`: someone does not trust what is kept, and without a network it is still the best there is.
  if (kept && request.cache !== 'reload') return kept;
  try {
    return await fetch(request);
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/** A font of another script, first asked for now: named by its content, so it may be kept as it is. */
async function keepFont(request: Request): Promise<Response> {
  const kept = await caches.match(request.url);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok && (await caches.has(CACHE))) await (await caches.open(CACHE)).put(request.url, fresh.clone());
  return fresh;
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  // From src/app/keep-offline.ts.
  if (event.data === 'page stands') event.waitUntil(makeWay());
  if (event.data === 'take over') event.waitUntil(self.skipWaiting());
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname;
  // The query of the page says how it is presented and is the same file; nothing else has one.
  const name = names.get(address === self.registration.scope ? addressOf('index.html') : address);
  if (name) event.respondWith(answer(request, name));
  else if (address.startsWith(addressOf('assets/')) && address.endsWith('.woff2'))
    event.respondWith(keepFont(request));
});
