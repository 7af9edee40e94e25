/* Lets the service worker (worker.js) keep what is read, once the page itself is there. */

function register() {
  const workers = navigator.serviceWorker;
  const isFirst = !workers.controller;
  workers.register("/sw.js");
  if (isFirst) workers.ready.then(({ active }) => active.postMessage(location.href));
}

if (navigator.serviceWorker) {
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
}
