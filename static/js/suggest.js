/* Lists what begins as what is typed, below a search field: <form data-suggest="/_/goi-y/">.

   The list's links are walked through with the arrow keys; Esc puts it away. Without this the
   field searches as it is. */

const PAUSE = 200; // milliseconds without a key before the server is asked
const LEAST = 2;

class Suggestions {
  constructor(form) {
    this.address = form.dataset.suggest;
    this.field = form.querySelector("input[type=search]");
    this.list = document.createElement("ul");
    this.list.className = "suggest";
    this.list.hidden = true;
    this.list.setAttribute("aria-label", "Gợi ý");
    this.status = document.createElement("p");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    form.append(this.list, this.status);
    this.field.addEventListener("input", () => this.wait());
    form.addEventListener("keydown", (event) => this.key(event));
    form.addEventListener("focusout", (event) => {
      if (!form.contains(event.relatedTarget)) this.close();
    });
  }

  wait() {
    clearTimeout(this.timer);
    this.request?.abort();
    if (this.field.value.trim().length < LEAST) this.close();
    else this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    this.request = new AbortController();
    const address = `${this.address}?${new URLSearchParams({ q: this.field.value })}`;
    try {
      const response = await fetch(address, {
        headers: { "X-Part": "list" },
        signal: this.request.signal,
      });
      if (response.ok) this.show(await response.text());
    } catch (error) {
      if (error.name !== "AbortError" && !(error instanceof TypeError)) throw error;
    }
  }

  show(html) {
    this.list.innerHTML = html;
    const { length } = this.list.children;
    this.list.hidden = length === 0 || document.activeElement !== this.field;
    this.status.textContent = length ? `${length} gợi ý, dùng phím mũi tên để chọn.` : "";
  }

  close() {
    this.list.hidden = true;
    this.status.textContent = "";
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.field.focus();
      this.close();
    } else if (step && !this.list.hidden) {
      event.preventDefault();
      const places = [this.field, ...this.list.querySelectorAll("a")];
      const here = places.indexOf(document.activeElement);
      places.at((here + step) % places.length).focus();
    }
  }
}

for (const form of document.querySelectorAll("[data-suggest]")) new Suggestions(form);
