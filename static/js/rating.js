/* Brings the form that rates an article into its page when a visitor asks for it, and sends it
   from there. Whatever fails leads to the page of the form, which needs no script. */

const place = document.querySelector("[data-rating]");

function show(html) {
  place.innerHTML = html;
  const next = "[role=alert], [role=status][tabindex], input:checked, input[type=radio]";
  place.querySelector(next)?.focus();
}

async function fetched(options) {
  const answer = await fetch(place.dataset.rating, options);
  if (!answer.ok) throw new Error(`rating: ${answer.status}`);
  return answer.text();
}

async function open(event) {
  const link = event.target.closest("[data-rating-open]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    await import("./guard/form.js");
    show(await fetched());
  } catch (error) {
    console.warn(error);
    location.assign(link.href);
  }
}

async function send(event) {
  event.preventDefault();
  const form = event.target;
  try {
    show(await fetched({ method: "POST", body: new URLSearchParams(new FormData(form)) }));
  } catch (error) {
    console.warn(error);
    form.submit();
  }
}

place?.addEventListener("click", open);
place?.addEventListener("submit", send);
