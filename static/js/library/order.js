// Buttons that move a row of an inline up or down. The numbers beside them stay what is saved.

const inputs = () => [...document.querySelectorAll("tr.form-row:not(.empty-form) [data-order]")];

function renumber() {
  inputs().forEach((input, index) => {
    input.value = index + 1;
  });
}

function move(row, step) {
  const rows = inputs().map((input) => input.closest("tr"));
  const other = rows[rows.indexOf(row) + step];
  if (!other) return;
  other[step < 0 ? "before" : "after"](row);
  renumber();
}

function button(label, sign, row, step) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "library-order";
  element.textContent = sign;
  element.setAttribute("aria-label", label);
  element.addEventListener("click", () => {
    move(row, step);
    element.focus();
  });
  return element;
}

function equip(row) {
  const input = row.querySelector("[data-order]");
  if (!input || row.classList.contains("empty-form")) return;
  input.after(
    button("Đưa lên", "↑", row, -1),
    button("Đưa xuống", "↓", row, 1),
  );
}

document.querySelectorAll("tr.form-row").forEach(equip);
document.addEventListener("formset:added", (event) => {
  equip(event.target);
  renumber();
});
