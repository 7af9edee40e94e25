/* Puts the figures of this moment into <section data-visits="address"> when it comes into view. */

const block = document.querySelector("[data-visits]");

async function renew() {
  try {
    const answer = await fetch(block.dataset.visits);
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body;
    block.querySelector("dl").replaceWith(fresh.querySelector("dl"));
    block.querySelector("p")?.remove();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // without network the hourly figures stay
  }
}

new IntersectionObserver((entries, observer) => {
  if (!entries.some((entry) => entry.isIntersecting)) return;
  observer.disconnect();
  renew();
}).observe(block);
