/* What comes in by pasting, brought to what may stay: headings of our levels, and no pictures,
   sound or films of other places, which would vanish when saved. The server does the same. */

const MEDIA = /<(?:img|source|audio|video)\b(?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const SOURCES = ["src", "srcset", "poster"];
const LEFT_OUT =
  "Ảnh và tệp ở nơi khác không được dán theo. Hãy tải ảnh lên Thư viện rồi chèn vào bài.";

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
    let notice;
    editor.on("paste", ({ data }) => {
      const html = data.dataTransfer.getData("text/html", true) || "";
      data.dataValue = withoutForeign(data.dataValue);
      if (html === withoutForeign(html)) return;
      notice?.hide();
      notice = editor.showNotification(LEFT_OUT, "warning", 15000);
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
