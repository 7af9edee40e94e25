// Shows the button that copies a page's address, where the browser can.
for (const place of document.querySelectorAll("[data-copy-link]")) {
  if (!navigator.clipboard) continue;
  place.hidden = false;
  place.querySelector("button").addEventListener("click", async () => {
    await navigator.clipboard.writeText(place.dataset.copyLink);
    place.querySelector("[role=status]").textContent = "Đã chép.";
  });
}
