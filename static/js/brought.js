/* Brings a form into a page when a visitor asks for it, and sends it from there:
   <section data-brought="/_/danh-gia/5/"> with a link data-brought-open to that address, which is
   a page of its own without a script, and to which leads whatever fails here. */

import { part } from "./page.js";

const NEXT = "[role=alert], [role=status][tabindex], :checked, input:not([type=hidden]), textarea";

function show(place, html) {
  place.innerHTML = html;
  place.querySelector(NEXT)?.focus();
}

async function open(event, place) {
  const link = event.target.closest("[data-brought-open]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    await import("./guard/form.js");
    show(place, await part(link.href));
  } catch (error) {
    console.warn(error);
    location.assign(link.href);
  }
}

async function send(event, place) {
  event.preventDefault();
  const form = event.target;
  try {
    const body = new URLSearchParams(new FormData(form, event.submitter));
    show(place, await part(form.action, { method: "POST", body }));
  } catch (error) {
    console.warn(error);
    form.submit();
  }
}

for (const place of document.querySelectorAll("[data-brought]")) {
  place.addEventListener("click", (event) => open(event, place));
  place.addEventListener("submit", (event) => send(event, place));
}
