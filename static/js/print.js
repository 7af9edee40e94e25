/* <button data-print hidden>: shown where a page can be printed by a click. */

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
