/* What the editor says: its Vietnamese put right where it is English or wrong, its name from the
   field's label, and the button for the source of a quotation. */

const NO_FILES = "Không dán tệp vào bài được. Hãy tải ảnh lên Thư viện rồi chèn vào bài.";
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
  link: {
    displayText: "Chữ hiện ra",
    noTel: "Chưa có số điện thoại.",
    noUrl: "Chưa có địa chỉ.",
    phoneNumber: "Số điện thoại",
    toPhone: "Điện thoại",
    toUrl: "Địa chỉ trên mạng",
    type: "Dẫn tới",
  },
  table: {
    caption: "Tên bảng",
    cell: { columnHeader: "Đầu cột", rowHeader: "Đầu hàng" },
    headers: "Ô đầu bảng",
  },
  list: { bulletedlist: "Danh sách", numberedlist: "Danh sách đánh số" },
  blockquote: { toolbar: "Trích dẫn" },
  undo: { undo: "Hoàn tác", redo: "Làm lại" },
  maximize: { maximize: "Phóng to", minimize: "Thu nhỏ" },
  notification: { closed: "Đã đóng thông báo." },
  clipboard: {
    pasteNotification: "Hãy nhấn %1 để dán.",
    fileFormatNotSupportedNotification: NO_FILES,
    fileWithoutFormatNotSupportedNotification: NO_FILES,
  },
  widget: { label: "%1" },
};
const CITE = { element: "cite" };

CKEDITOR.plugins.add("words", {
  init(editor) {
    mend(editor.lang, WORDS);
    const style = new CKEDITOR.style(CITE);
    editor.attachStyleStateChange(style, (state) => editor.getCommand("cite").setState(state));
    editor.addCommand("cite", new CKEDITOR.styleCommand(style));
    editor.ui.addButton("Cite", { label: "Nguồn trích", command: "cite", toolbar: "paragraph" });
  },
});

function mend(language, words) {
  for (const [name, value] of Object.entries(words)) {
    if (typeof value === "string") language[name] = value;
    else mend(language[name], value);
  }
}

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
