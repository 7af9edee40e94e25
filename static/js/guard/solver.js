/* Solves a challenge of core/guard/proof.py: the number whose derived key begins with the prefix.

   Keys are derived by the browser's own cryptography, off the main thread, a few at a time so that
   a telephone with several cores is done sooner. */

const AT_ONCE = 4;

const hash = (algorithm) => algorithm.split("/")[1];

function bytes(hex) {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function hex(buffer) {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/* The nonce, then the number in four bytes. */
function password(nonce, number) {
  const whole = new Uint8Array(nonce.length + 4);
  whole.set(nonce);
  new DataView(whole.buffer).setUint32(nonce.length, number);
  return whole;
}

async function derived(asked, nonce, salt, number) {
  const { subtle } = crypto;
  const secret = password(nonce, number);
  const key = await subtle.importKey("raw", secret, "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: hash(asked.algorithm), salt, iterations: asked.cost };
  return hex(await subtle.deriveBits(how, key, asked.keyLength * 8));
}

/* Whether this browser can: its cryptography is there on https and on this machine only. */
export const canSolve = Boolean(globalThis.crypto?.subtle);

/* The answer as the hidden field takes it. */
export async function solve(challenge) {
  const asked = challenge.parameters;
  const nonce = bytes(asked.nonce);
  const salt = bytes(asked.salt);
  for (let first = 0; ; first += AT_ONCE) {
    const numbers = Array.from({ length: AT_ONCE }, (_, step) => first + step);
    const keys = await Promise.all(numbers.map((number) => derived(asked, nonce, salt, number)));
    const found = keys.findIndex((key) => key.startsWith(asked.keyPrefix));
    if (found >= 0) {
      const solution = { counter: first + found, derivedKey: keys[found] };
      return btoa(JSON.stringify({ challenge, solution }));
    }
  }
}
