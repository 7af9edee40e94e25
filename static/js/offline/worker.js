/* The service worker, sent as /sw.js with what the offline page needs put before it.

   It keeps public pages that were read on this device and opens them again without a network, with
   a mark. The network always comes first, so a new edition takes the place of what was kept, and
   what was withdrawn goes. Pages of people who are signed in are neither kept nor touched: their
   addresses pass by, and only what the portal calls public is kept. */

const SHELVES = { pages: 60, pictures: 150, parts: 80 }; // the most that lies on each
const PAPERS = "papers"; // filled by js/offline/keep.js, by hand
const PATIENCE = 6000; // milliseconds to wait for a weak network where something is kept
const PRIVATE = /^\/(quan-tri|tai-khoan|bao-cao-vien|cong-tac-vien|xem-truoc|tim-kiem|_)(\/|$)/;
const FILES = /\/tep\/\d+\/$/;
const PICTURES = /^\/anh\/|\/trang\/\d+\.webp$/;

function shelfOf(request) {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return null;
  if (PRIVATE.test(pathname) || request.headers.has("Range")) return null;
  if (FILES.test(pathname)) return PAPERS;
  if (request.mode === "navigate") return "pages";
  if (PICTURES.test(pathname)) return "pictures";
  return pathname.startsWith("/static/") ? "parts" : null;
}

async function put(name, request, response) {
  const shelf = await caches.open(name);
  await shelf.delete(request); // so that the oldest stands first
  await shelf.put(request, response);
  const keys = await shelf.keys();
  for (const key of keys.slice(0, Math.max(0, keys.length - SHELVES[name]))) await shelf.delete(key);
}

/* What is sent to somebody who signed in says that it is private. */
function mayBeKept(name, response) {
  const isPublic = (response.headers.get("Cache-Control") ?? "").includes("public");
  return response.ok && !response.redirected && (isPublic || name === "parts");
}

/* A page that is gone takes along what was saved with it. */
async function forget(request) {
  const { origin, pathname } = new URL(request.url);
  for (const name of ["pages", PAPERS]) {
    const shelf = await caches.open(name);
    for (const key of await shelf.keys()) {
      if (key.url.startsWith(origin + pathname)) await shelf.delete(key);
    }
  }
}

async function fetched(event, name) {
  const { request } = event;
  const response = await fetch(request);
  if (mayBeKept(name, response)) event.waitUntil(put(name, request, response.clone()));
  else if ([404, 410].includes(response.status)) event.waitUntil(forget(request));
  return response;
}

function kept(request) {
  return caches.match(request, { ignoreVary: true });
}

/* The kept page with the words that it is an old one, and of when. */
async function marked(response) {
  const moment = new Date(response.headers.get("Date"));
  const time = moment.toLocaleString("vi-VN", { dateStyle: "short", timeStyle: "short" });
  const words = `Không có mạng hoặc mạng quá yếu. Đây là bản đã lưu trên máy lúc ${time}.`;
  const mark = `<p class="kept-mark" role="status">${words}</p>`;
  const html = (await response.text()).replace("<main", `${mark}<main`);
  return new Response(html, { headers: response.headers });
}

function late() {
  return new Promise((_, reject) => setTimeout(reject, PATIENCE, new TypeError("late")));
}

/* The same error by which fetch says that there is no network. */
function orElse(promise, otherwise) {
  return promise.catch((error) => {
    if (error instanceof TypeError) return otherwise();
    throw error;
  });
}

async function page(event) {
  const network = fetched(event, "pages");
  const old = await kept(event.request);
  if (!old) return orElse(network, () => kept(OFFLINE));
  event.waitUntil(orElse(network, () => {})); // may come when nobody waits for it any more
  return orElse(Promise.race([network, late()]), () => marked(old));
}

async function picture(event) {
  const old = await kept(event.request); // its bytes never change
  return old ?? fetched(event, "pictures");
}

async function part(event) {
  const old = await kept(event.request);
  return old ? orElse(fetched(event, "parts"), () => old) : fetched(event, "parts");
}

async function file(event) {
  return orElse(fetch(event.request), async () => (await kept(event.request)) ?? kept(OFFLINE));
}

const ANSWERS = { pages: page, pictures: picture, parts: part, [PAPERS]: file };

async function prepare() {
  await (await caches.open("parts")).addAll([OFFLINE, ...PARTS]);
  await self.skipWaiting();
}

async function tidy() {
  const known = [...Object.keys(SHELVES), PAPERS];
  for (const name of await caches.keys()) if (!known.includes(name)) await caches.delete(name);
  await self.clients.claim();
}

addEventListener("install", (event) => event.waitUntil(prepare()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("fetch", (event) => {
  const name = shelfOf(event.request);
  if (name) event.respondWith(ANSWERS[name](event));
});
/* The page at which somebody arrived first came before there was anybody to keep it. */
addEventListener("message", (event) => {
  const request = new Request(event.data);
  if (PRIVATE.test(new URL(request.url).pathname)) return;
  event.waitUntil(orElse(fetched({ request, waitUntil: (p) => event.waitUntil(p) }, "pages"), () => {}));
});
