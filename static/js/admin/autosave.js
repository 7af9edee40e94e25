/* Keeps what is being typed: on the server every 20 seconds, and in this browser while the server
   is out of reach or the person is signed out. Says who else has the page open.
   Bound by data-autosave (the address) on an element inside the form. The address answers
   { saved_at, back, others, version }; the page at `back` shows the form with what was typed. */

const EVERY = 20_000;
const SIGNED_OUT = "Phiên đăng nhập đã hết. Chữ đang gõ được giữ trên máy này; hãy ";
const NO_FILES = "Tệp không được giữ cùng chữ gõ dở: nếu đã chọn tệp ở đây, hãy chọn lại.";
const OFFLINE = "Chưa liên lạc được với máy chủ. Chữ đang gõ được giữ trên máy này, lát nữa sẽ thử lại.";

class Autosave {
  constructor(box) {
    this.box = box;
    this.form = box.closest("form");
    this.url = box.dataset.autosave;
    this.stores = `tu-luu:${box.dataset.autosavePerson}:${location.pathname}:`;
    this.store = this.stores + Date.now(); // of this visit
    this.sent = this.text();
    for (const editor of Object.values(window.CKEDITOR?.instances ?? {})) this.settled(editor);
    window.CKEDITOR?.on("instanceReady", ({ editor }) => this.settled(editor));
    this.form.addEventListener("submit", (event) => this.submitted(event));
    for (const store of Object.keys(localStorage)) if (store.startsWith(this.stores)) this.offer(store);
    if ("autosaveTakenBack" in this.box.dataset) this.askForFiles();
    setInterval(() => this.beat(), EVERY);
    for (const name of ["phien:sap-het", "phien:het"]) {
      document.addEventListener(name, ({ detail }) => detail.push(this.keepChanges()));
    }
  }

  /* The form's fields as pairs, files and tokens left out. */
  fields() {
    for (const editor of Object.values(window.CKEDITOR?.instances ?? {})) editor.updateElement();
    const pairs = [...new FormData(this.form)];
    return pairs.filter(([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken");
  }

  /* A rich text editor writes its text in a way of its own before anybody types. */
  settled(editor) {
    if (editor.status !== "ready") return;
    const area = editor.element.$;
    editor.updateElement();
    const pairs = JSON.parse(this.sent);
    this.sent = JSON.stringify(pairs.map(([name, value]) => [name, name === area.name ? area.value : value]));
  }

  text() {
    return JSON.stringify(this.fields());
  }

  async beat() {
    const text = this.text();
    await this.send(text === this.sent ? null : text);
  }

  /* Before the person is signed out for doing nothing (static/js/idle.js). */
  async keepChanges() {
    const text = this.text();
    if (text !== this.sent) await this.send(text);
  }

  /* True once the server has it. */
  async send(text, again = true) {
    const body = new FormData();
    for (const [name, value] of text ? JSON.parse(text) : []) body.append(name, value);
    body.set("_object", this.box.dataset.autosaveObject);
    body.set("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value);
    const headers = text ? {} : { "X-Background": "1" }; // an open page alone is no activity
    try {
      const response = await fetch(this.url, { method: "POST", body, headers, redirect: "manual" });
      if (response.ok) return this.kept(text, await response.json());
      if (response.status === 403 && again && (await this.renew())) return this.send(text, false);
      this.keepHere(text, response.type === "opaqueredirect" || response.status === 403);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      this.keepHere(text, false);
    }
    return false;
  }

  /* After a new sign-in the form's token is out of date. */
  async renew() {
    const response = await fetch(this.url, { redirect: "manual" });
    if (!response.ok) return false;
    const { token } = await response.json();
    for (const input of document.getElementsByName("csrfmiddlewaretoken")) input.value = token;
    return true;
  }

  kept(text, answer) {
    if (text) {
      this.sent = text;
      this.back = this.box.dataset.autosaveBack = answer.back;
      localStorage.removeItem(this.store);
      this.say(`Chữ đang gõ đã được giữ lúc ${answer.saved_at}.`);
    }
    const opened = this.box.dataset.autosaveVersion;
    const newer = opened && answer.version !== null && String(answer.version) !== opened;
    const here = answer.others.length ? `Cũng đang mở: ${answer.others.join(", ")}. ` : "";
    const saved = newer ? "Đã có bản mới hơn được lưu; khi lưu, hai bản sẽ được đặt cạnh nhau." : "";
    this.put("[data-autosave-others]", here + saved);
    return true;
  }

  keepHere(text, signedOut) {
    if (text) localStorage.setItem(this.store, JSON.stringify({ at: Date.now(), text }));
    this.say(signedOut ? SIGNED_OUT : OFFLINE);
    if (signedOut) {
      const link = document.createElement("a");
      Object.assign(link, { href: this.box.dataset.autosaveSignIn, target: "_blank" });
      link.textContent = "đăng nhập lại ở thẻ mới, rồi lưu ở đây.";
      this.box.querySelector("[data-autosave-said]").append(link);
    }
  }

  /* The form goes out only once the server has taken what was typed: an expired session would
     lose it otherwise. */
  async submitted(event) {
    const text = this.text();
    if (this.passed || text === this.sent) return;
    event.preventDefault();
    const submitter = event.submitter;
    if (await this.send(text)) {
      this.passed = true;
      this.form.requestSubmit(submitter);
    }
  }

  /* What an earlier visit left in this browser. The server puts it back into the form. */
  offer(store) {
    const { at, text } = JSON.parse(localStorage.getItem(store));
    if (text === this.sent) return localStorage.removeItem(store);
    const line = document.createElement("p");
    line.textContent = `Máy này còn giữ chữ gõ dở lúc ${new Date(at).toLocaleString("vi-VN")}. `;
    line.append(
      button("Lấy lại", () => this.takeBack(store, text)),
      " ",
      button("Bỏ", () => {
        localStorage.removeItem(store);
        line.remove();
      }),
    );
    this.box.append(line);
  }

  async takeBack(store, text) {
    if (!(await this.send(text))) return;
    localStorage.removeItem(store);
    this.passed = true;
    location.assign(this.back);
  }

  askForFiles() {
    for (const input of this.form.querySelectorAll("input[type=file]")) {
      const note = document.createElement("p");
      Object.assign(note, { className: "help", textContent: NO_FILES });
      input.after(note);
    }
  }

  say(text) {
    this.put("[data-autosave-said]", text);
  }

  put(selector, text) {
    const place = this.box.querySelector(selector);
    if (place.textContent !== text) place.textContent = text;
  }
}

function button(label, action) {
  const element = document.createElement("button");
  Object.assign(element, { type: "button", className: "button", textContent: label });
  element.addEventListener("click", action);
  return element;
}

for (const box of document.querySelectorAll("[data-autosave]")) new Autosave(box);
