"""What a tag of pasted HTML says: Word puts half of it into the style attribute."""

import re
from functools import cached_property
from html import escape, unescape

from core.tidy import MAX_ATTRIBUTES, VANISHING

KEPT = ("href", "src", "srcset", "alt", "width", "height", "colspan", "rowspan", "class", "scope")
BLOCKS = {
    *("p", "div", "li", "ul", "ol", "blockquote", "figure", "figcaption", "caption", "hr"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tfoot", "tr", "td", "th"),
}
VOID = {"br", "hr", "img"}
LOOKS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "u": "u", "s": "s"}
LOOKS |= {"strike": "s", "sub": "sub", "sup": "sup"}
VANISHED = VANISHING | {"del", "head"}

ATTRIBUTE = re.compile(
    r"""([a-z][\w:-]*+)\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)
LEFT_OUT = re.compile(r"mso-element:\s*comment-list|mso-hide:\s*all|display:\s*none", re.IGNORECASE)
NOTES = re.compile(r"mso-element:\s*(?:foot|end)note-list", re.IGNORECASE)
NOTE = re.compile(r"mso-(?:foot|end)note-id", re.IGNORECASE)
LIST = re.compile(r"mso-list:\s*l\d+\s+level([1-9])", re.IGNORECASE)
LABEL = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
ALIGN = re.compile(r"text-align:\s*(center|right)", re.IGNORECASE)
FONT = re.compile(r"font-family:\s*([^;,]+)", re.IGNORECASE)
BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
NOT_BOLD = re.compile(r"font-weight:\s*(?:normal|[1-5]00)", re.IGNORECASE)
ITALIC = re.compile(r"font-style:\s*italic", re.IGNORECASE)


class Tag:
    """A start tag; `attributes` as they stand in it."""

    def __init__(self, name: str, attributes: str):
        self.name = name
        found = ATTRIBUTE.findall(attributes if len(attributes) <= MAX_ATTRIBUTES else "")
        self.said = {name.lower(): unescape("".join(said)) for name, *said in found}
        self.style = self.said.get("style", "")
        self.classes = self.said.get("class", "").split()

    @property
    def is_left_out(self) -> bool:
        """It goes with all that it holds: drawings, hidden and deleted text, comments."""
        comment = any(
            name.lower() in ("msocomanchor", "msocommentreference", "msocomtxt")
            for name in self.classes
        )
        drawn = self.name in VANISHED or self.name.startswith(("v:", "m:"))
        return comment or drawn or bool(LEFT_OUT.search(self.style))

    @property
    def is_label(self) -> bool:
        """It holds the bullet or number of a paragraph of a list."""
        return bool(LABEL.search(self.style))

    @property
    def begins_notes(self) -> bool:
        return bool(NOTES.search(self.style))

    @property
    def list_level(self) -> int | None:
        """From 0, for a paragraph that Word shows in a list."""
        level = LIST.search(self.style) if self.name == "p" else None
        return int(level[1]) - 1 if level else None

    def font(self, of_classes: dict[str, str]) -> str:
        """The font that it sets, by itself or by its class."""
        if named := FONT.search(self.style):
            return named[1].strip()
        of_class = (of_classes[name] for name in self.classes if name in of_classes)
        return self.said.get("face") or next(of_class, "")

    @cached_property
    def markup(self) -> tuple[str, str]:
        """What to write for its start and its end."""
        if self.name == "a":
            return self._link()
        if self.name in LOOKS and not (self.name == "b" and NOT_BOLD.search(self.style)):
            return f"<{LOOKS[self.name]}>", f"</{LOOKS[self.name]}>"
        if self.name == "hr" and self.said.get("width") == "33%":  # Word's, above its notes
            return "", ""
        if self.name in BLOCKS or self.name in VOID:
            return f"<{self.name}{self._attributes()}>", f"</{self.name}>"
        if self.name == "span":
            looks = [n for n, seen in (("strong", BOLD), ("em", ITALIC)) if seen.search(self.style)]
            start = "".join(f"<{name}>" for name in looks)
            return start, "".join(f"</{name}>" for name in reversed(looks))
        return "", ""

    def _link(self):
        if not self.said.get("href", "#").startswith("#"):
            return f"<a{self._attributes()}>", "</a>"
        return ("<sup>", "</sup>") if NOTE.search(self.style) else ("", "")

    def _attributes(self):
        kept = {name: self.said[name] for name in KEPT if name in self.said}
        align = ALIGN.search(f"{self.style};text-align:{self.said.get('align', '')}")
        if align and self.name in ("p", "div"):
            kept["class"] = f"{kept.get('class', '')} text-{align[1].lower()}"
        return "".join(f' {name}="{escape(said)}"' for name, said in kept.items())


def fonts_of_classes(html: str) -> dict[str, str]:
    """The fonts that the style sheets among pasted HTML give to classes: .MsoNormal and so on."""
    fonts = {}
    for sheet in re.split(r"<style\b", html, flags=re.IGNORECASE)[1:]:
        for rule in re.split("</style", sheet, maxsplit=1, flags=re.IGNORECASE)[0].split("}"):
            selectors, _, said = rule.partition("{")
            if font := FONT.search(said):
                fonts |= dict.fromkeys(re.findall(r"\.([\w-]+)", selectors), font[1].strip())
    return fonts
