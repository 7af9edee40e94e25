/* <div data-keep hidden>: saves a paper with its files to be read without a network. Everything is
   fetched as nobody in particular, so only what is public can be saved. */

const place = document.querySelector("[data-keep]");
const PAPERS = 30; // the most that are saved

function addresses() {
  const under = `${location.pathname}tep/`;
  const links = [...document.links].filter((link) => link.pathname.startsWith(under));
  const pictures = [...document.images].map((image) => new URL(image.currentSrc || image.src));
  const own = pictures.filter((url) => url.pathname.startsWith(under));
  const all = [...links, ...own].map(({ pathname }) => pathname);
  return [...new Set([location.pathname, ...all])];
}

async function fetchAll() {
  const wanted = addresses().map((address) =>
    fetch(address, { credentials: "omit", cache: "no-cache" }),
  );
  const responses = await Promise.all(wanted);
  if (!responses.every((response) => response.ok)) throw new TypeError("not all of it");
  return responses;
}

async function papers(shelf) {
  const keys = await shelf.keys();
  return keys.filter(({ url }) => !url.includes("/tep/")).map(({ url }) => new URL(url).pathname);
}

async function save(shelf) {
  const responses = await fetchAll();
  await drop(shelf);
  for (const response of responses) await shelf.put(response.url, response);
}

async function drop(shelf) {
  for (const key of await shelf.keys()) {
    if (new URL(key.url).pathname.startsWith(location.pathname)) await shelf.delete(key);
  }
}

async function toggle(shelf) {
  const saved = await papers(shelf);
  if (saved.includes(location.pathname)) await drop(shelf);
  else if (saved.length >= PAPERS) return `Đã lưu ${PAPERS} văn bản; hãy bỏ bớt trước khi lưu thêm.`;
  else await save(shelf);
  return "";
}

async function show(shelf, words = "") {
  const isSaved = (await papers(shelf)).includes(location.pathname);
  place.querySelector("[data-keep-word]").textContent = isSaved
    ? "Bỏ bản đã lưu trên máy"
    : "Lưu để đọc khi không có mạng";
  place.querySelector("[role=status]").textContent = words || (isSaved ? "Đã lưu trên máy này." : "");
  place.hidden = false;
}

function failed(error) {
  if (error.name === "QuotaExceededError") return "Máy không còn đủ chỗ để lưu.";
  if (error instanceof TypeError) return "Chưa lưu được; xin thử lại khi mạng tốt hơn.";
  throw error;
}

if (place && navigator.serviceWorker && window.caches) {
  const shelf = await caches.open("papers");
  const button = place.querySelector("button");
  let last = Promise.resolve();
  const inTurn = (work) => (last = last.then(work, work)); // nothing is saved while it is let go
  button.addEventListener("click", async () => {
    button.disabled = true;
    const words = await inTurn(() => toggle(shelf).catch(failed));
    button.disabled = false;
    await show(shelf, words);
  });
  await show(shelf);
  // What was saved is brought up to date whenever its page is read with a network.
  if ((await papers(shelf)).includes(location.pathname)) {
    await inTurn(() => save(shelf).catch(failed));
  }
}
