/* Warns a person who does nothing a minute before the server signs them out, in every tab.

   The server counts (accounts/sessions); this asks it how much time is left before it warns, and
   tells it when somebody types or clicks without loading a page. Tabs tell each other. */

import { giveBack, keepTyped } from "./typed.js";

const dialog = document.querySelector("[data-idle]");
const { idle, idleAsk, idleRenew, idleSignIn, idlePerson } = dialog.dataset;
const LIMIT = Number(idle) * 1000;
const WARNING = Math.min(60_000, LIMIT / 2);
const REPORT = Math.min(LIMIT / 60, 30_000); // from the first sign of life to the report of it
const SAID = [30, 10]; // seconds left that are read aloud
const tabs = new BroadcastChannel(`phien:${idlePerson}`);

let end = Date.now() + LIMIT; // opening this page was a sign of life
let report = 0;
let busy = false;

/* Milliseconds left by the server's clock; 0 when signed out, null when it cannot be asked. */
async function left(address) {
  try {
    const response = await fetch(address, { headers: { Accept: "application/json" } });
    return response.ok ? (await response.json()).seconds * 1000 : null;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return null;
  }
}

function goOn(moment) {
  end = moment;
  if (dialog.open) dialog.close();
}

async function renew() {
  clearTimeout(report);
  report = 0;
  const time = await left(idleRenew);
  if (!time) return false;
  goOn(Date.now() + time);
  tabs.postMessage(end);
  return true;
}

async function stay() {
  if (await renew()) return;
  await look();
}

function signOfLife() {
  if (!report && !dialog.open) report = setTimeout(renew, REPORT);
}

/* Each second: is it time to warn, or over? */
async function look() {
  if (busy || end - Date.now() > WARNING) return;
  busy = true;
  try {
    if (!dialog.open || Date.now() >= end) await ask();
  } finally {
    busy = false;
  }
  if (dialog.open) count();
}

async function ask() {
  if (!dialog.open) await tell("phien:sap-het"); // typing that is not sent yet is activity, too
  const time = await left(idleAsk);
  if (time === null) return; // no connection: nobody can tell, and nothing can be lost
  end = Date.now() + time;
  if (time > WARNING) goOn(end);
  else if (time === 0) await leave();
  else if (!dialog.open) dialog.showModal();
}

function count() {
  const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000));
  dialog.querySelector("[data-idle-left]").textContent = seconds;
  if (SAID.includes(seconds)) {
    dialog.querySelector("[data-idle-said]").textContent = `Còn ${seconds} giây.`;
  }
}

/* Whoever keeps what is being typed puts a promise into the list. */
function tell(name) {
  const promises = [];
  document.dispatchEvent(new CustomEvent(name, { detail: promises }));
  return Promise.allSettled(promises);
}

async function leave() {
  clearInterval(clock);
  await tell("phien:het");
  keepTyped(idlePerson);
  const back = document.querySelector("[data-autosave-back]")?.dataset.autosaveBack;
  const next = location.pathname + (back ?? location.search);
  location.assign(`${idleSignIn}?${new URLSearchParams({ "het-phien": 1, next })}`);
}

const clock = setInterval(look, 1000);

if (window.top === window) {
  giveBack(idlePerson);
  tabs.onmessage = ({ data }) => goOn(data);
  tabs.postMessage(end);
  for (const name of ["keydown", "pointerdown", "input", "wheel"]) {
    document.addEventListener(name, signOfLife, { passive: true });
  }
  document.addEventListener("visibilitychange", look);
  dialog.querySelector("[data-idle-stay]").addEventListener("click", stay);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    stay();
  });
} else clearInterval(clock);
