/* Keeps what stands in the forms of a page over a sign-out, in this tab only, and gives it back to
   the same person on the same page. Passwords and files are not kept; forms that save themselves
   (data-autosave) see to it on their own. */

const SAID = "Đã đưa lại chữ Ông (bà) gõ trước khi hết phiên; hãy xem rồi lưu.";
const LEFT_OUT = ["password", "file", "hidden", "submit", "button", "reset", "image"];

function place(person) {
  return `chu-go-do:${person}:${location.pathname}`;
}

function* fields() {
  for (const [index, form] of [...document.forms].entries()) {
    if (form.method !== "post" || form.querySelector("[data-autosave]")) continue;
    for (const field of form.elements) {
      if (field.name && !LEFT_OUT.includes(field.type)) yield [index, field];
    }
  }
}

/* One number for each choice of a list, for a box and for a line of text. */
function state(field) {
  if (field.options) return [...field.options].map((option) => option.selected);
  return ["checkbox", "radio"].includes(field.type) ? field.checked : field.value;
}

function original(field) {
  if (field.options) return [...field.options].map((option) => option.defaultSelected);
  return ["checkbox", "radio"].includes(field.type) ? field.defaultChecked : field.defaultValue;
}

function put(field, kept) {
  if (field.options) [...field.options].forEach((option, i) => (option.selected = kept[i] ?? false));
  else if (["checkbox", "radio"].includes(field.type)) field.checked = kept;
  else field.value = kept;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function name(index, field, seen) {
  const known = `${index}:${field.name}`;
  seen.set(known, (seen.get(known) ?? -1) + 1);
  return `${known}:${seen.get(known)}`;
}

export function keepTyped(person) {
  const seen = new Map();
  const kept = {};
  for (const [index, field] of fields()) {
    const key = name(index, field, seen);
    const value = state(field);
    if (String(value) !== String(original(field))) kept[key] = value;
  }
  if (Object.keys(kept).length) sessionStorage.setItem(place(person), JSON.stringify(kept));
}

export function giveBack(person, said = SAID) {
  const kept = JSON.parse(sessionStorage.getItem(place(person)));
  if (!kept) return;
  sessionStorage.removeItem(place(person));
  const seen = new Map();
  let first = null;
  for (const [index, field] of fields()) {
    const key = name(index, field, seen);
    if (!(key in kept)) continue;
    put(field, kept[key]);
    first ??= field.form;
  }
  if (first) tell(first, said);
}

function tell(form, said) {
  const line = document.createElement("p");
  Object.assign(line, { className: "messages__item", textContent: said });
  line.setAttribute("role", "status");
  form.prepend(line);
}
