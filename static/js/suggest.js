/* Lists what begins as what is typed, below a search field, as a combobox: arrow keys choose,
   Enter goes there or searches, Esc puts the list away. page.js brings it. */

import { part } from "./page.js";

const PAUSE = 200; // milliseconds without a key before the server is asked
const LEAST = 2;

const known = new WeakSet();

class Suggestions {
  constructor(form) {
    this.address = form.dataset.suggest;
    this.field = form.querySelector("input[type=search]");
    this.list = document.createElement("ul");
    this.list.className = "suggest";
    this.list.hidden = true;
    this.list.id = `${this.field.id}-goi-y`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Gợi ý");
    this.status = document.createElement("p");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    form.append(this.list, this.status);
    this.field.setAttribute("role", "combobox");
    this.field.setAttribute("aria-autocomplete", "list");
    this.field.setAttribute("aria-controls", this.list.id);
    this.field.setAttribute("aria-expanded", "false");
    this.listen();
    if (this.field.value !== this.field.defaultValue) this.wait(); // typed before we came
  }

  listen() {
    this.field.addEventListener("input", () => this.wait());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the focus
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  get chosen() {
    return this.list.querySelector("[aria-selected=true]");
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
      this.show(await part(address, { signal: this.request.signal }));
    } catch (error) {
      if (error.name !== "AbortError") console.warn(error);
    }
  }

  show(html) {
    this.list.innerHTML = html;
    const { options } = this;
    options.forEach((option, place) => (option.id = `${this.list.id}-${place}`));
    this.choose(null);
    this.open(options.length > 0 && document.activeElement === this.field);
    this.status.textContent = options.length ? `${options.length} gợi ý, dùng phím mũi tên để chọn.` : "";
  }

  open(isOpen) {
    this.list.hidden = !isOpen;
    this.field.setAttribute("aria-expanded", isOpen);
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.choose(null);
    this.open(false);
    this.status.textContent = "";
  }

  choose(option) {
    this.chosen?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  key(event) {
    if (this.list.hidden || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const places = [null, ...this.options];
      this.choose(places.at((places.indexOf(this.chosen) + step) % places.length));
    } else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && this.chosen) this.chosen.click();
    else return;
    event.preventDefault();
  }
}

export function suggest(form) {
  if (known.has(form)) return;
  known.add(form);
  new Suggestions(form);
}
