/* The dialog in which a picture of the library is chosen. Whoever wants one sends `picture:choose`
   to the document: { address, chosen({ id, name, figure }), closed() }; data-library (the address)
   on a <select> puts a button beside it. The server writes what the dialog holds. */

const LOST = "Chưa mở được thư viện ảnh; hãy xem lại kết nối hoặc đăng nhập lại.";
const REFUSED = "Máy chủ không nhận được ảnh; hãy thử lại.";

class Chooser {
  constructor({ address, chosen, closed }) {
    this.address = address;
    this.dialog = document.createElement("dialog");
    this.dialog.className = "chooser";
    this.dialog.setAttribute("aria-label", "Chọn ảnh từ thư viện");
    this.dialog.addEventListener("close", () => {
      this.dialog.remove();
      closed?.();
      if (this.picked) chosen(this.picked);
    });
    this.dialog.addEventListener("click", (event) => this.clicked(event));
    this.dialog.addEventListener("submit", (event) => this.submitted(event));
  }

  async open() {
    document.body.append(this.dialog);
    this.dialog.textContent = "Đang mở thư viện ảnh…";
    this.dialog.showModal();
    const html = await this.fetched(this.address);
    this.dialog.innerHTML = html ?? CLOSE;
    if (html === null) this.say(LOST);
    this.dialog.querySelector("[autofocus]")?.focus();
  }

  /* The HTML at an address, or null. */
  async fetched(address) {
    try {
      const response = await fetch(address, { redirect: "manual" });
      return response.ok ? await response.text() : null;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return null;
    }
  }

  async show(page = 1) {
    const words = this.dialog.querySelector("[data-chooser-search]").elements.q.value;
    const html = await this.fetched(`${this.address}?${new URLSearchParams({ q: words, trang: page })}`);
    this.say(html === null ? LOST : "");
    if (html === null) return;
    const came = new DOMParser().parseFromString(html, "text/html");
    const results = came.querySelector("[data-chooser-results]");
    this.dialog.querySelector("[data-chooser-results]").replaceWith(document.adoptNode(results));
  }

  clicked(event) {
    const button = event.target.closest("button");
    if (!button) return;
    const { chooserPicture, chooserPage, name, figure } = button.dataset;
    if ("chooserClose" in button.dataset) this.dialog.close();
    if (chooserPage) this.turn(chooserPage);
    if (!chooserPicture) return;
    this.picked = { id: chooserPicture, name, figure };
    this.dialog.close();
  }

  /* To another page: the keyboard goes on at its first picture. */
  async turn(page) {
    await this.show(page);
    this.dialog.querySelector("[data-chooser-picture]")?.focus();
  }

  submitted(event) {
    event.preventDefault();
    if ("chooserSearch" in event.target.dataset) this.show();
    else this.upload(event.target);
  }

  async upload(form) {
    this.say("Đang tải ảnh lên…");
    const answers = await this.sent(form);
    this.say(answers.error ?? "");
    if (answers.error) return;
    form.elements.files.value = "";
    const list = this.dialog.querySelector("[data-chooser-answers]");
    list.innerHTML = answers.map((answer) => answer.html).join("");
    for (const link of list.querySelectorAll("a")) link.target = "_blank"; // the form stays open
    this.dialog.querySelector("[data-chooser-search]").reset();
    await this.show();
  }

  /* What became of each file; { error } where none came in. */
  async sent(form) {
    const headers = { Accept: "application/json" };
    try {
      const body = new FormData(form);
      const response = await fetch(form.action, { method: "POST", body, headers, redirect: "manual" });
      const json = response.headers.get("Content-Type")?.startsWith("application/json");
      const { answers, errors } = json ? await response.json() : {};
      if (answers?.length) return answers;
      return { error: errors ? Object.values(errors).flat().join(" ") : REFUSED };
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return { error: REFUSED };
    }
  }

  say(text) {
    this.dialog.querySelector("[data-chooser-said]").textContent = text;
  }
}

const CLOSE =
  '<p data-chooser-said role="status"></p><button type="button" class="button" data-chooser-close>Đóng</button>';

document.addEventListener("picture:choose", ({ detail }) => new Chooser(detail).open());

/* A button beside a field of a picture. */
function equip(select) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "button chooser__open", textContent: "Chọn từ thư viện" });
  const chosen = ({ id, name }) => {
    select.add(new Option(name, id, true, true));
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const detail = { address: select.dataset.library, chosen };
  button.addEventListener("click", () => document.dispatchEvent(new CustomEvent("picture:choose", { detail })));
  const wrapper = select.closest(".related-widget-wrapper"); // of Django's admin
  if (wrapper) wrapper.append(button);
  else select.after(button);
}

document.querySelectorAll("select[data-library]").forEach(equip);
