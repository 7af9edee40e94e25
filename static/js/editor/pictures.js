/* Pictures as the page has them: <figure class="image-center">, where the picture dialog knows
   only <div class="image-center"><figure class="image">. */

const CENTRED = "image-center";
const CAPTIONED = "image";
const INLINE = "strong em b i u s sub sup cite; *[lang]; a[!href]";

CKEDITOR.plugins.add("pictures", {
  init(editor) {
    // After the filter of the allow-list (6) and before the dialog's own reading (8).
    editor.on("toHtml", ({ data }) => each(data.dataValue, "figure", toDialog), null, null, 7);
    // After the dialog's own writing (13).
    editor.on("toDataFormat", ({ data }) => {
      each(data.dataValue, "div", unwrap);
      each(data.dataValue, "figure", (figure) => figure.removeClass(CAPTIONED));
    }, null, null, 14);
    editor.on("widgetDefinition", ({ data }) => {
      if (data.name === "image") data.editables.caption.allowedContent = INLINE;
    });
    editor.widgets.on("instanceCreated", ({ data }) => watch(data));
    editor.on("contentDom", () => {
      const grow = () => editor.execCommand("autogrow");
      editor.document.$.addEventListener("load", grow, { capture: true });
    });
  },
});

function each(text, name, change) {
  const found = [];
  text.forEach((element) => void (element.name === name && found.push(element)), CKEDITOR.NODE_ELEMENT);
  found.forEach(change);
}

function toDialog(figure) {
  const picture = figure.getFirst("img") ?? figure.getFirst("a")?.getFirst("img");
  if (!picture || !figure.getFirst("figcaption")) return;
  figure.addClass(CAPTIONED);
  if (!figure.hasClass(CENTRED)) return;
  figure.removeClass(CENTRED);
  figure.wrapWith(new CKEDITOR.htmlParser.element("div", { class: CENTRED }));
}

function unwrap(div) {
  const figure = div.getFirst("figure");
  if (!figure || !div.hasClass(CENTRED)) return;
  figure.addClass(CENTRED);
  div.replaceWithChildren();
}

/* Another picture in the same place has no use for the widths of the old one. */
function watch(widget) {
  if (widget.name !== "image") return;
  let shown = widget.data.src;
  widget.on("data", () => {
    if (widget.data.src === shown) return;
    if (shown) widget.parts.image.removeAttributes(["srcset", "sizes"]);
    shown = widget.data.src;
  });
}
