/* Keeps what a visitor typed in the forms of a page while they look elsewhere, in this tab only;
   what was sent is kept no more. */

import { giveBack, keepTyped } from "./typed.js";

const VISITOR = "khach";
const SAID = "Đã đưa lại chữ Ông (bà) gõ lần trước ở trang này.";
let isSent = false;

giveBack(VISITOR, SAID);
addEventListener("submit", () => (isSent = true));
addEventListener("pagehide", () => isSent || keepTyped(VISITOR));
addEventListener("pageshow", () => (isSent = false));
