/* Sends a picture to the library and puts it where the cursor stands in the editor.
   Bound by data-insert-picture (the address) and data-insert-into (the field's id). */

const SIGNED_OUT = "Phiên đăng nhập đã hết; hãy đăng nhập lại ở thẻ khác rồi chèn lại.";
const OFFLINE = "Chưa liên lạc được với máy chủ; lát nữa hãy chèn lại.";

class Inserting {
  constructor(box) {
    this.box = box;
    this.button = box.querySelector("button");
    this.button.addEventListener("click", () => this.insert());
    box.hidden = false;
  }

  part(name) {
    return this.box.querySelector(`[data-insert="${name}"]`);
  }

  async insert() {
    const [file] = this.part("file").files;
    if (!file) return this.say("Hãy chọn một tệp ảnh.");
    this.button.disabled = true;
    this.say("Đang tải ảnh lên…");
    this.say(await this.send(file));
    this.button.disabled = false;
  }

  /* What to say of it in the end. */
  async send(file) {
    const body = new FormData();
    body.set("file", file);
    for (const name of ["alt", "caption"]) body.set(name, this.part(name).value);
    const token = this.box.closest("form").elements.csrfmiddlewaretoken.value;
    body.set("csrfmiddlewaretoken", token);
    try {
      const response = await fetch(this.box.dataset.insertPicture, { method: "POST", body, redirect: "manual" });
      if (response.type === "opaqueredirect" || response.status === 403) return SIGNED_OUT;
      const answer = await response.json();
      return answer.error ?? this.put(answer.html);
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
      return OFFLINE;
    }
  }

  put(html) {
    const editor = window.CKEDITOR.instances[this.box.dataset.insertInto];
    editor.focus();
    editor.insertHtml(html);
    for (const name of ["file", "alt", "caption"]) this.part(name).value = "";
    return "Đã chèn ảnh vào bài.";
  }

  say(text) {
    this.box.querySelector("[data-insert-said]").textContent = text;
  }
}

for (const box of document.querySelectorAll("[data-insert-picture]")) {
  if (window.CKEDITOR?.env.isCompatible) new Inserting(box);
}
