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
