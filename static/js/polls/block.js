/* Lets a visitor vote where the poll stands: <form data-ballot> in <section data-poll>.

   The page is the same for everybody and holds no token. With the first touch of the choices what
   is missing (token, proof of work, the field of an own answer) is fetched from the ballot's own
   page and put into the form; its answer, the results or an error, takes its place in the block.
   Without JavaScript, or when something fails, the form leads to the ballot's page. */

import { part } from "../page.js";

const loads = new WeakMap(); // form: a promise

function parsed(html) {
  const found = document.createElement("template");
  found.innerHTML = html;
  return found.content;
}

async function asked(address, options = {}) {
  return parsed(await part(address, options));
}

/* An answer is either the rest of the form or what comes after it. */
function put(form, answer) {
  const results = answer.querySelector("[data-ballot-results]");
  if (results) {
    form.closest("[data-poll]").querySelector("form").replaceWith(results);
    results.querySelector("[data-ballot-thanks]")?.focus();
    return;
  }
  const rest = answer.querySelector("[data-ballot-part]");
  form.querySelector("[data-ballot-more]").replaceChildren(rest);
  form.method = "post";
}

function load(form) {
  if (!loads.has(form)) {
    const loading = asked(form.action).then((answer) => put(form, answer));
    loading.catch(() => loads.delete(form)); // no connection: the next touch tries again
    loads.set(form, loading);
  }
  return loads.get(form);
}

const ballot = (event) => event.target.closest?.("form[data-ballot]");

function touched(event) {
  const form = ballot(event);
  if (form) load(form).catch((error) => console.warn(error));
}

async function send(form, button) {
  if (form.method !== "post") {
    await load(form);
    await new Promise((done) => setTimeout(done)); // not while it still tells of its sending
    if (form.isConnected) form.requestSubmit(button); // once more, past the guard
    return;
  }
  const answer = await asked(form.action, { method: "POST", body: new FormData(form) });
  put(form, answer);
}

function submitted(event) {
  const form = ballot(event);
  if (!form) return;
  event.preventDefault();
  send(form, event.submitter).catch((error) => {
    console.warn(error);
    form.submit();
  });
}

if (HTMLFormElement.prototype.requestSubmit) {
  for (const name of ["focusin", "pointerdown"]) {
    document.addEventListener(name, touched, { passive: true });
  }
  document.addEventListener("submit", submitted);
}
