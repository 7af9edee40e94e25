/* The button “Thư viện ảnh”: puts a picture of the library, with its caption, where the caret is.
   data-library on the field is the address of the dialog (js/library/chooser.js); a field
   without it has no button. */

CKEDITOR.plugins.add("library", {
  init(editor) {
    const address = editor.element.$.dataset.library;
    if (!address) return;
    editor.addCommand("library", {
      async: true,
      exec() {
        const place = editor.getSelection()?.createBookmarks2(true);
        const back = () => {
          editor.focus();
          if (place) editor.getSelection().selectBookmarks(place);
        };
        const chosen = ({ figure }) => editor.insertHtml(figure);
        const detail = { address, chosen, closed: back };
        document.dispatchEvent(new CustomEvent("picture:choose", { detail }));
      },
    });
    const label = "Thư viện ảnh";
    editor.ui.addButton("Library", { label, command: "library", toolbar: "insert" });
  },
});
