/* Tells, after the page is shown, that somebody looks at it: <script data-seen="bai-5">.

   An answer that got lost on a weak network is asked for again; by its key the look counts once. */

const PAUSES = [2, 10, 60]; // seconds

const { seen } = document.querySelector("[data-seen]").dataset;

function key() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/* Only the host: what somebody read or searched for there is not our business. */
function cameFrom() {
  return document.referrer && new URL(document.referrer).hostname;
}

async function arrives(body) {
  try {
    const answer = await fetch("/_/xem/", { method: "POST", body, keepalive: true });
    return answer.status < 500;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return false;
  }
}

async function tell() {
  const body = new URLSearchParams({ noi: seen, ma: key(), tu: cameFrom() });
  for (const pause of [...PAUSES, 0]) {
    if (await arrives(body)) return;
    if (pause) await new Promise((resolve) => setTimeout(resolve, pause * 1000));
  }
}

if (document.prerendering) document.addEventListener("prerenderingchange", tell, { once: true });
else tell();
