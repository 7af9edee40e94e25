/* A part of a page, as HTML; the address without our header is a page of its own (core/parts.py). */
export async function part(address, options = {}) {
  const headers = { "X-Part": "1" };
  const answer = await fetch(address, { cache: "no-store", ...options, headers });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}
