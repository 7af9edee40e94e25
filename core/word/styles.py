"""How a paragraph and a run look once their styles are followed to the end."""

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from core.word.ooxml import A, W, flag, value

MAX_CHAIN = 20  # styles based on styles

ALIGNMENTS = {"center": "center", "right": "right", "end": "right"}
HEADING = re.compile(r"heading (\d)", re.IGNORECASE)


class Look(NamedTuple):
    """A run's look; None where nothing says."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    fonts: tuple[str, ...] | None = None

    def over(self, below: "Look") -> "Look":
        return Look(*(a if a is not None else b for a, b in zip(self, below, strict=True)))


class Layout(NamedTuple):
    """A paragraph's place on the page; None where nothing says."""

    align: str | None = None
    outline: str | None = None  # "0" is the first level of headings
    list_id: str | None = None
    list_level: str | None = None

    def over(self, below: "Layout") -> "Layout":
        return Layout(*(a if a is not None else b for a, b in zip(self, below, strict=True)))


class Styles:
    """Built from styles.xml and the theme, either of which may be missing."""

    def __init__(self, root: Element | None, theme: Element | None = None):
        self._styles = {s.get(W + "styleId"): s for s in _all(root, W + "style")}
        self._default = next(
            (
                name
                for name, style in self._styles.items()
                if style.get(W + "type") == "paragraph"
                and style.get(W + "default") in ("1", "true")
            ),
            None,
        )
        self._theme = {
            kind: (typeface.get("typeface") or "")
            for kind in ("major", "minor")
            for typeface in _all(theme, f"{A}{kind}Font/{A}latin")
        }
        defaults = next(iter(_all(root, f"{W}rPrDefault/{W}rPr")), None)
        self._base = self._own_look(defaults)
        self._looks, self._layouts = {}, {}

    def look(self, paragraph: Element, run: Element) -> Look:
        properties = run.find(W + "rPr")
        look = self._own_look(properties).over(self._style_look(value(properties, "rStyle")))
        return look.over(self._style_look(self._style_id(paragraph))).over(self._base)

    def layout(self, paragraph: Element) -> Layout:
        direct = _own_layout(paragraph.find(W + "pPr"))
        return direct.over(self._style_layout(self._style_id(paragraph)))

    def name(self, paragraph: Element) -> str:
        """The style's name as Word stores it whatever its language: "heading 1", "Title"."""
        return value(self._styles.get(self._style_id(paragraph)), "name") or ""

    def heading(self, paragraph: Element) -> int:
        """1 for a heading of the first level, 0 for no heading."""
        for style in self._chain(self._style_id(paragraph)):
            if named := HEADING.fullmatch(value(style, "name") or ""):
                return int(named[1])
        outline = self.layout(paragraph).outline
        return int(outline) + 1 if outline and re.fullmatch("[0-8]", outline) else 0

    def _style_id(self, paragraph):
        return value(paragraph.find(W + "pPr"), "pStyle") or self._default

    def _chain(self, style_id):
        """The style and those that it is based on."""
        chain = []
        while style_id in self._styles and len(chain) < MAX_CHAIN:
            chain.append(self._styles[style_id])
            style_id = value(chain[-1], "basedOn")
        return chain

    def _style_look(self, style_id):
        if style_id not in self._looks:
            look = Look()
            for style in self._chain(style_id):
                look = look.over(self._own_look(style.find(W + "rPr")))
            self._looks[style_id] = look
        return self._looks[style_id]

    def _style_layout(self, style_id):
        if style_id not in self._layouts:
            layout = Layout()
            for style in self._chain(style_id):
                layout = layout.over(_own_layout(style.find(W + "pPr")))
            self._layouts[style_id] = layout
        return self._layouts[style_id]

    def _own_look(self, properties):
        fonts = properties.find(W + "rFonts") if properties is not None else None
        return Look(
            flag(properties, "b"),
            flag(properties, "i"),
            flag(properties, "vanish"),
            self._fonts(fonts) if fonts is not None else None,
        )

    def _fonts(self, fonts):
        """The font of accented letters first; a theme's font wins over a named one."""
        names = []
        for use in ("hAnsi", "ascii"):
            theme = self._theme.get((fonts.get(f"{W}{use}Theme") or "")[:5])
            names.append(theme or fonts.get(W + use))
        return tuple(filter(None, names)) or None


def _own_layout(properties):
    numbering = properties.find(W + "numPr") if properties is not None else None
    align = value(properties, "jc")
    return Layout(
        ALIGNMENTS.get(align, "") if align else None,
        value(properties, "outlineLvl"),
        value(numbering, "numId"),
        value(numbering, "ilvl"),
    )


def _all(root, path):
    return root.iterfind(".//" + path) if root is not None else ()
