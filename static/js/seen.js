/* Tells, after the page is shown, that somebody looks at it: <article data-seen="bai-5">. */

const place = document.querySelector("[data-seen]");

function tell() {
  navigator.sendBeacon("/_/xem/", new URLSearchParams({ noi: place.dataset.seen }));
}

if (place && navigator.sendBeacon) {
  if (document.prerendering) document.addEventListener("prerenderingchange", tell, { once: true });
  else tell();
}
