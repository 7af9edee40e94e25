/* Lists what this device keeps: <section data-kept="papers" hidden><ul>. */

async function entry(shelf, request) {
  const response = await shelf.match(request);
  if (!response.headers.get("Content-Type")?.startsWith("text/html")) return null;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const name = page.querySelector("h1")?.textContent.trim() || page.title;
  return { name, url: request.url, day: new Date(response.headers.get("Date")) };
}

function row({ name, url, day }) {
  const item = document.createElement("li");
  const link = Object.assign(document.createElement("a"), { href: url, textContent: name });
  const time = document.createElement("time");
  time.textContent = day.toLocaleDateString("vi-VN");
  item.className = "offline__row";
  item.append(link, time);
  return item;
}

async function list(section) {
  const shelf = await caches.open(section.dataset.kept);
  const keys = (await shelf.keys()).filter(({ url }) => !url.includes("/tep/"));
  const entries = await Promise.all(keys.map((key) => entry(shelf, key)));
  const rows = entries.filter((one) => one && new URL(one.url).pathname !== location.pathname);
  section.querySelector("ul").replaceChildren(...rows.reverse().map(row));
  section.hidden = rows.length === 0;
}

if (window.caches) {
  for (const section of document.querySelectorAll("[data-kept]")) await list(section);
}
