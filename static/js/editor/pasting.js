/* What comes in by pasting, brought to what may stay: headings of our levels, and no pictures,
   sound or films of other places, which would vanish when saved. The server does the same; it
   also reads Word's mark-up and old fonts, so what has them goes through it (data-paste on the
   field is the address). Where it does not answer, the editor's own filters clean the text. */

const MEDIA = /<(?:img|source|audio|video)\b(?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const SOURCES = ["src", "srcset", "poster"];
const LEFT_OUT =
  "Ảnh và tệp ở nơi khác không được dán theo. Hãy tải ảnh lên Thư viện rồi chèn vào bài.";

const WORD = /urn:schemas-microsoft-com:office|content="?(?:Microsoft Word|Word\.Document)|\bMso[A-Z]|\bmso-/;
const OLD_FONTS = /(?:font-family|face)\s*[:=][^<>;]{0,200}?(?:\.Vn|VNI[- ])/i;
const PATIENCE = 15_000;
const WAIT = "Đang chuyển chữ dán từ Word…";
const ALONE = "Máy chủ chưa làm sạch được chữ dán; chữ gõ bằng phông .VnTime, VNI còn nguyên mã cũ.";
const NO_PLACE = "Chữ dán chưa vào bài vì ô soạn thảo đã đổi. Hãy dán lại.";

function isOurs(tag) {
  const template = document.createElement("template");
  template.innerHTML = tag;
  const { firstChild } = template.content;
  return SOURCES.every((name) => {
    const address = firstChild.getAttribute(name);
    return address === null || /^\/(?![/\\])/.test(address) || address.startsWith(`${location.origin}/`);
  });
}

function withoutForeign(html) {
  return html.replace(MEDIA, (tag) => (isOurs(tag) ? tag : ""));
}

CKEDITOR.plugins.add("pasting", {
  init(editor) {
    const say = notices(editor);
    editor.on("paste", (event) => {
      const { data } = event;
      if (data.waited) return;
      const html = data.dataTransfer.getData("text/html", true) || "";
      data.dataValue = withoutForeign(data.dataValue);
      const { paste } = editor.element.$.dataset;
      const asked = paste && (WORD.test(html) || OLD_FONTS.test(html));
      if (html !== withoutForeign(html)) say(LEFT_OUT);
      if (!asked) return;
      event.cancel();
      hold(editor, insertCleaned(editor, data, html, say));
    }, null, null, 2); // after the clipboard is read (1), before Word's mark-up is (3)
    editor.on("toHtml", ({ data }) => {
      data.dataValue = withoutForeign(data.dataValue);
    }, null, null, 1);
    editor.on("toHtml", ({ data }) => rename(data.dataValue, editor.config.renamed), null, null, 5.5);
  },
});

function rename(text, names) {
  text.forEach((element) => {
    element.name = names[element.name] ?? element.name;
  }, CKEDITOR.NODE_ELEMENT);
}

/* Shows a sentence in the place of the last one. */
function notices(editor) {
  let notice;
  return (text) => {
    notice?.hide();
    notice = editor.showNotification(text, "warning", 15000);
  };
}

/* Puts the server's answer where the caret was, whatever was typed meanwhile. */
async function insertCleaned(editor, data, html, say) {
  const selection = editor.getSelection().getNative();
  const place = selection.rangeCount ? selection.getRangeAt(0).cloneRange() : null; // it moves along
  const notice = editor.showNotification(WAIT, "info", 0);
  const answer = await cleaned(editor, html);
  notice.hide();
  if (editor.mode !== "wysiwyg") return say(NO_PLACE);
  const native = editor.document.$.getSelection();
  if (place && editor.editable().$.contains(place.startContainer)) {
    native.removeAllRanges();
    native.addRange(place);
  }
  if (answer.html === undefined) say(answer.error ?? ALONE);
  const nothing = new CKEDITOR.plugins.clipboard.dataTransfer();
  const came = answer.html === undefined ? data : { ...data, dataValue: answer.html, dataTransfer: nothing };
  const active = document.activeElement; // perhaps another field by now
  editor.fire("paste", { ...came, type: "html", waited: true });
  if (active !== editor.window.getFrame().$) active.focus();
}

/* { html }, or nothing of it; { error } where the server says why. */
async function cleaned(editor, html) {
  const body = new FormData();
  body.append("html", html);
  body.append("csrfmiddlewaretoken", editor.element.$.form.elements.csrfmiddlewaretoken.value);
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    const { paste } = editor.element.$.dataset;
    const response = await fetch(paste, { method: "POST", body, signal, redirect: "manual" });
    const json = response.headers.get("Content-Type")?.startsWith("application/json");
    return json ? await response.json() : {};
  } catch (error) {
    if (error instanceof TypeError || error.name === "TimeoutError") return {};
    throw error;
  }
}

/* A form that is sent meanwhile waits for the pasted text. */
function hold(editor, done) {
  const { form } = editor.element.$;
  const wait = async (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    await done.finally(() => form.requestSubmit(event.submitter));
  };
  form.addEventListener("submit", wait, { capture: true });
  done.finally(() => form.removeEventListener("submit", wait, { capture: true }));
}
