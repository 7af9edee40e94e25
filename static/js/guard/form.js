/* Gives each <form data-guard> its proof of work (core/guard). Work begins with the first touch of
   the form; a form that is sent earlier waits for it. Whatever fails, the form goes out without a
   proof and is held to the narrower limit of those who have no JavaScript.

   It listens to the document, so a form that a script puts into the page later is guarded, too. */

import { canSolve, solve } from "./solver.js";

const FRESH = 8 * 60_000; // milliseconds; the server takes a challenge for ten minutes
const PATIENCE = 20_000; // after which a form goes out as it is
const works = new WeakMap(); // form: {since, proof: a promise}

async function proof(form) {
  const address = form.querySelector("[data-guard-challenge]").dataset.guardChallenge;
  const limit = AbortSignal.timeout ? { signal: AbortSignal.timeout(PATIENCE) } : {};
  const answer = await fetch(address, { credentials: "omit", cache: "no-store", ...limit });
  if (!answer.ok) throw new Error(`challenge: ${answer.status}`);
  return solve(await answer.json());
}

function begin(form) {
  const known = works.get(form);
  if (known && Date.now() - known.since < FRESH) return known;
  const work = { since: Date.now(), proof: proof(form) };
  work.proof.catch((error) => {
    console.warn(error); // no connection: the next touch tries again
    if (works.get(form) === work) works.delete(form);
  });
  works.set(form, work);
  return work;
}

const afterwards = () => new Promise((done) => setTimeout(done));
const later = () => new Promise((done) => setTimeout(done, PATIENCE, ""));

function guarded(event) {
  const form = event.target.closest?.("form[data-guard]");
  return form?.querySelector("[data-guard-proof]") ? form : null;
}

function touched(event) {
  const form = guarded(event);
  if (form) begin(form);
}

async function send(form, button) {
  const wait = form.querySelector("[data-guard-wait]");
  const said = setTimeout(() => (wait.textContent = "Đang kiểm tra, xin chờ giây lát…"), 300);
  const field = form.querySelector("[data-guard-proof]");
  const work = begin(form);
  field.value = await Promise.race([work.proof.catch(() => ""), later()]);
  await new Promise((done) => setTimeout(done)); // a form in the midst of its submit takes no other
  field.dataset.ready = "";
  works.delete(form); // a proof serves once
  clearTimeout(said);
  wait.textContent = "";
  await afterwards(); // a form cannot be sent again while it still tells of its first sending
  if (form.requestSubmit) form.requestSubmit(button);
  else form.submit();
}

/* Before anybody else hears of it; a second press while the first waits is the same press. */
function submitted(event) {
  const form = guarded(event);
  if (!form) return;
  const field = form.querySelector("[data-guard-proof]");
  if ("ready" in field.dataset) {
    delete field.dataset.ready;
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  if ("sending" in field.dataset) return;
  field.dataset.sending = "";
  send(form, event.submitter).finally(() => delete field.dataset.sending);
}

// Imported by another script it has another address than in a <script>, and would run twice.
const { dataset } = document.documentElement;

if (canSolve && !("guarded" in dataset)) {
  dataset.guarded = "";
  for (const name of ["focusin", "pointerdown"]) {
    document.addEventListener(name, touched, { passive: true });
  }
  document.addEventListener("submit", submitted, { capture: true });
}
