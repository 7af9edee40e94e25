// Sends pictures one by one as they are dropped or chosen, and shows what became of each.
// The form works without it: then all go at once, with the button.

const form = document.querySelector("[data-upload]");
const drop = form.querySelector("[data-drop]");
const input = form.querySelector("input[type=file]");
const answers = document.querySelector("[data-answers]");
const next = document.querySelector("[data-next]");
const pictures = [];
let queue = Promise.resolve();

function line(name, words) {
  const item = document.createElement("li");
  item.className = "library-answer";
  const label = document.createElement("b");
  label.textContent = name;
  item.append(document.createElement("span"));
  item.firstChild.append(label, "");
  answers.append(item);
  say(item, words);
  return item;
}

function say(item, words) {
  item.firstChild.lastChild.textContent = `: ${words}`;
}

function refuse(item, words) {
  item.classList.add("library-answer--refused");
  say(item, words);
}

function body(file) {
  const data = new FormData(form);
  data.delete("files");
  data.append("files", file);
  return data;
}

async function send(file, item) {
  say(item, "đang tải lên…");
  const response = await fetch(form.action, {
    method: "POST",
    body: body(file),
    headers: { Accept: "application/json" },
  });
  if (!response.headers.get("Content-Type")?.startsWith("application/json")) {
    refuse(item, response.redirected || response.status === 403
      ? "phiên làm việc đã hết; hãy đăng nhập lại rồi gửi tiếp."
      : "máy chủ không nhận được; hãy thử lại.");
    return;
  }
  show(await response.json(), item);
}

function show(result, item) {
  const [answer] = result.answers;
  if (!answer) {
    refuse(item, Object.values(result.errors).flat().join(" "));
    return;
  }
  item.outerHTML = answer.html;
  if (answer.picture) {
    pictures.push(answer.picture);
    next.hidden = false;
    next.querySelector("a").href = form.dataset.list + pictures.join(",");
  }
}

function add(files) {
  for (const file of files) {
    const item = line(file.name, "chờ đến lượt…");
    queue = queue.then(() => send(file, item)).catch(() => {
      refuse(item, "mất kết nối; hãy thử lại.");
    });
  }
}

drop.querySelector("[data-hint]").hidden = false;
for (const name of ["dragenter", "dragover"]) {
  drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("library-upload__drop--over");
  });
}
for (const name of ["dragleave", "drop"]) {
  drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.remove("library-upload__drop--over");
  });
}
drop.addEventListener("drop", (event) => add(event.dataTransfer.files));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  add(input.files);
  input.value = "";
});
