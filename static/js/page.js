/* What every page has at hand. */

/* A part of a page, as HTML; the address without our header is a page of its own (core/parts.py). */
export async function part(address, options = {}) {
  const headers = { "X-Part": "1" };
  const answer = await fetch(address, { cache: "no-store", ...options, headers });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}

/* Fetches what suggests (suggest.js) when somebody enters a search field, not before:
   <form data-suggest="/_/goi-y/" data-suggest-script="…">. Without it the field searches as it is. */
async function entered(field) {
  const form = field?.form;
  if (!form?.dataset.suggest || field.type !== "search") return;
  try {
    const { suggest } = await import(form.dataset.suggestScript);
    suggest(form);
  } catch (error) {
    console.warn(error);
  }
}

document.addEventListener("focusin", (event) => entered(event.target));
entered(document.activeElement);
