// Serves the whole app from what it has kept. Flutter's loader and Flet's page use this name too.
// A newer version waits until no page of the app is open any more: nothing changes while one writes.

const FILES = @FILES@;
const KEPT = "meanwhile";
const HERE = new URL("./", self.location).pathname;
const OTHER = new URL(self.location).searchParams.get("canvaskit") === "chromium"
  ? /^canvaskit\/canvaskit/ : /^canvaskit\/chromium/;
const ALL = Object.keys(FILES).filter((path) => !OTHER.test(path));
// The fonts of all scripts, which nobody needs all of.
const FONTS = ALL.filter((path) => path.startsWith("assets/fonts/noto"));
const NEEDED = ALL.filter((path) => !FONTS.includes(path));

function key(path) {
  return `${HERE}${path}?${encodeURIComponent(FILES[path])}`;
}

// Only what changed is fetched, and only as it was built: a half uploaded version is not taken.
async function keep(path) {
  const kept = await caches.open(KEPT);
  if (await kept.match(key(path))) return;
  const answer = await fetch(HERE + path, { cache: "no-cache", integrity: FILES[path] });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  await kept.put(key(path), answer);
}

async function keepEach(paths) {
  for (const path of paths) await keep(path);
}

self.addEventListener("install", (event) => event.waitUntil(keepEach(NEEDED)));
self.addEventListener("message", (event) => event.waitUntil(keepEach(FONTS)));

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const kept = await caches.open(KEPT);
  const wanted = new Set(ALL.map((path) => new URL(key(path), self.location).href));
  for (const request of await kept.keys()) {
    if (!wanted.has(request.url)) await kept.delete(request);
  }
  await self.clients.claim();
})()));

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.protocol === "blob:" || url.protocol === "data:") return;
  if (url.origin !== self.location.origin) event.respondWith(Response.error());
  else if (event.request.method === "GET") event.respondWith(answer(url, event.request));
});

async function answer(url, request) {
  let path = url.pathname.slice(HERE.length);
  if (request.mode === "navigate") path = "index.html";
  if (FONTS.includes(path)) await keep(path).catch(console.error);
  const kept = path in FILES && await (await caches.open(KEPT)).match(key(path));
  return kept || fetch(request);
}
