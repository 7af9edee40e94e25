// Begins a paper's symbol from what was chosen: kind HD of BTGDVTU gives "-HD/BTGDVTU", the number
// is left to type. A symbol that was typed is never touched.
const field = document.querySelector("[data-symbol]");
const parts = ["kind", "issuer"].map((name) =>
  document.querySelector(`[data-symbol-part="${name}"]`));

function suggested() {
  const [kind, issuer] = parts.map((select) => select.selectedOptions[0]?.dataset.abbreviation);
  return kind && issuer ? `-${kind}/${issuer}` : "";
}

if (field && parts.every(Boolean)) {
  let last = "";
  for (const select of parts) {
    select.addEventListener("change", () => {
      const begun = last && field.value.endsWith(last);
      const number = begun ? field.value.slice(0, -last.length) : field.value;
      if (!/^\d*$/.test(number)) return;
      last = suggested();
      field.value = number + last;
    });
  }
}
