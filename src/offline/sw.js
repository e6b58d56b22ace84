// Keeps one whole version of the site in the browser, and answers from it: offline too, and never from two versions.
// A new version is fetched beside it, and takes its place when the page asks, or when no page is open any more.

const VERSION = 'tremplin-{{sw.version}}';
const FILES = {{sw.files}};

addEventListener('install', (event) => event.waitUntil(fetchAll()));

/** Fetches every file anew, save those whose names tell what they hold and that another version already has. */
async function fetchAll() {
  const cache = await caches.open(VERSION);
  await Promise.all(
    FILES.map(async (file) => {
      const held = /-[0-9a-f]{8}\./.test(file) && (await caches.match(file));
      const answer = held || (await fetch(file, { cache: 'no-cache' }));
      if (!answer.ok) throw new Error(`${file} : ${answer.status}`);
      await cache.put(file, answer);
    }),
  );
}

addEventListener('activate', (event) =>
  event.waitUntil(
    caches.keys().then((names) =>
      Promise.all(names.filter((name) => name.startsWith('tremplin-') && name !== VERSION).map((name) => caches.delete(name))),
    ),
  ),
);

addEventListener('message', (event) => event.data === 'prendre-la-suite' && skipWaiting());

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  event.respondWith(answer(request, url));
});

async function answer(request, url) {
  const cache = await caches.open(VERSION);
  // The page's own words in its address are no other file.
  const held = await cache.match(`${url.origin}${url.pathname}`);
  return held ?? fetch(request);
}
