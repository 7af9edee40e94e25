/* What the editor says: its Vietnamese put right where it is English or wrong, its name from the
   field's label, and the button for the source of a quotation. */

const WORDS = {
  editor: "Ô soạn thảo",
  editorPanel: "Bảng chọn của ô soạn thảo",
  common: { url: "Địa chỉ", image: "Ảnh" },
  format: {
    label: "Kiểu đoạn",
    panelTitle: "Kiểu đoạn",
    tag_p: "Đoạn văn",
    tag_h2: "Đề mục",
    tag_h3: "Đề mục nhỏ",
    tag_h4: "Đề mục nhỏ nhất",
  },
  image2: {
    alt: "Mô tả ảnh cho người không nhìn thấy",
    captionPlaceholder: "Chú thích ảnh",
    lockRatio: "Giữ nguyên tỷ lệ",
    urlMissing: "Chưa có địa chỉ ảnh.",
  },
  list: { bulletedlist: "Danh sách", numberedlist: "Danh sách đánh số" },
  blockquote: { toolbar: "Trích dẫn" },
  undo: { undo: "Hoàn tác", redo: "Làm lại" },
  maximize: { maximize: "Phóng to", minimize: "Thu nhỏ" },
  notification: { closed: "Đã đóng thông báo." },
  clipboard: { pasteNotification: "Hãy nhấn %1 để dán." },
  widget: { label: "%1" },
};
const CITE = { element: "cite" };

CKEDITOR.plugins.add("words", {
  init(editor) {
    for (const [name, words] of Object.entries(WORDS)) {
      if (typeof words === "string") editor.lang[name] = words;
      else CKEDITOR.tools.extend(editor.lang[name], words, true);
    }
    const style = new CKEDITOR.style(CITE);
    editor.attachStyleStateChange(style, (state) => editor.getCommand("cite").setState(state));
    editor.addCommand("cite", new CKEDITOR.styleCommand(style));
    editor.ui.addButton("Cite", { label: "Nguồn trích", command: "cite", toolbar: "paragraph" });
  },
});

CKEDITOR.on("instanceCreated", ({ editor }) => {
  editor.on("configLoaded", () => {
    const label = document.querySelector(`label[for="${editor.name}"]`);
    if (label) editor.config.title = label.textContent.replace(/:\s*$/, "");
  });
});

/* The dialogs name only what an article may hold. */
CKEDITOR.on("dialogDefinition", ({ data }) => {
  if (data.name !== "link") return;
  const type = data.definition.getContents("info").get("linkType");
  type.items = type.items.filter(([, value]) => value !== "anchor");
});
