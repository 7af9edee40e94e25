/* The reader's tools: <button data-tool="smaller | larger | spacing | contrast">. What is chosen
   stays in this browser and holds on every page; js/first.js puts it there. */

const SIZES = ["1", "", "2", "3", "4"]; // as css/reader.css has them; the second is the usual one
const WORDS = ["90%", "100%", "115%", "130%", "150%"];
const root = document.documentElement;
const buttons = Object.fromEntries(
  [...document.querySelectorAll("[data-tool]")].map((button) => [button.dataset.tool, button]),
);
const said = document.querySelector("[data-tools-said]");

function place() {
  return SIZES.indexOf(root.dataset.size ?? "");
}

function change(name, value) {
  const { size, spacing, contrast } = root.dataset;
  const wished = { size, spacing, contrast, [name]: value };
  try {
    localStorage.setItem("cach-doc", JSON.stringify(wished));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    said.textContent = "Trình duyệt không cho ghi nhớ lựa chọn này.";
    return;
  }
  dispatchEvent(new Event("cach-doc"));
  show();
}

function show() {
  buttons.smaller.setAttribute("aria-disabled", place() === 0);
  buttons.larger.setAttribute("aria-disabled", place() === SIZES.length - 1);
  buttons.spacing.setAttribute("aria-pressed", "spacing" in root.dataset);
  buttons.contrast.setAttribute("aria-pressed", "contrast" in root.dataset);
}

function resize(step) {
  const next = Math.min(Math.max(place() + step, 0), SIZES.length - 1);
  change("size", SIZES[next]);
  said.textContent = `Cỡ chữ ${WORDS[next]}`;
}

buttons.smaller.addEventListener("click", () => resize(-1));
buttons.larger.addEventListener("click", () => resize(1));
buttons.spacing.addEventListener("click", () => change("spacing", root.dataset.spacing ? "" : "wide"));
buttons.contrast.addEventListener("click", () => change("contrast", root.dataset.contrast ? "" : "more"));
addEventListener("storage", show); // after js/first.js, which was there earlier
show();
