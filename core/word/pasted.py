"""HTML pasted from Word, made as clean as a .docx that is read.

Nothing here decides about safety: core.sanitise looks at the result.
"""

import re
from dataclasses import dataclass
from html import escape, unescape

from core.sanitise import clean_html
from core.tidy import TOKEN
from core.word.fonts import PRIVATE, symbol, unicode_texts
from core.word.lists import item_of, nested
from core.word.markup import NOTES_TITLE, without_blanks
from core.word.numbering import Item
from core.word.tags import BLOCKS, VOID, Tag, fonts_of_classes

MAX_DEPTH = 200  # of elements whose end is waited for

FRAGMENT = "<!--StartFragment-->", "<!--EndFragment-->"


def clean_pasted(html: str) -> str:
    """Clean HTML of what Word, or any other program, put on the clipboard."""
    clipboard = _Clipboard(html)
    return clean_html(nested(without_blanks(clipboard.html()), clipboard.items))


@dataclass
class _Open:
    """An element whose end is to come."""

    name: str
    font: str
    end: str
    mutes: bool
    labels: bool = False


class _Clipboard:
    """One pass over the tokens. `parts` is what is written; of `texts`, those of the present
    block, each (index in parts, font), the encoding is still open."""

    def __init__(self, html):
        start, end = html.find(FRAGMENT[0]), html.rfind(FRAGMENT[1])
        self.source = html[start:end] if 0 <= start < end else html
        self.fonts = fonts_of_classes(html)
        self.open, self.muted, self.label = [], 0, ""
        self.items, self.in_item = [], False
        self.parts, self.texts = [], []

    def html(self) -> str:
        at = 0
        while token := TOKEN.search(self.source, at):
            self._say(self.source[at : token.start()])
            at = token.end()
            if token[0] == "<":
                self._say("&lt;")
            elif token["name"] and token["closed"]:
                self._read(token)
        self._say(self.source[at:])
        self._decode()
        return "".join(self.parts)

    def _read(self, token):
        name = token["name"].lower()
        if token["end"]:
            return self._close(name)
        if name in BLOCKS and self.open and self.open[-1].name == "p":
            self._close("p")
        tag = Tag(name, token["attributes"])
        if name in VOID:
            return self._write(name, tag.markup[0])
        return self._start(tag) if len(self.open) < MAX_DEPTH else None

    def _start(self, tag):
        font = tag.font(self.fonts) or (self.open[-1].font if self.open else "")
        element = _Open(tag.name, font, tag.markup[1], tag.is_left_out)
        start = tag.markup[0]
        if tag.list_level is not None:
            self.in_item, start = True, f'<p data-item="{len(self.items)}">'
            self.items.append(Item(tag.list_level, None, ""))
        elif tag.begins_notes:
            start += f"<h2>{NOTES_TITLE}</h2>"
        elif tag.is_label and self.in_item:
            element.labels, element.mutes, self.label = True, True, ""
        self.muted += element.mutes
        self._write(tag.name, start)
        self.open.append(element)

    def _close(self, name):
        """The end of the nearest open element of that name, and of all in it."""
        if not any(element.name == name for element in self.open):
            return
        while True:
            element = self.open.pop()
            self._write(element.name, element.end)
            self.muted -= element.mutes
            if element.labels:
                self.items[-1] = item_of(self.items[-1].level, self.label)
            if element.name == "p":
                self.in_item = False
            if element.name == name:
                return

    def _write(self, name, markup):
        if name in BLOCKS:
            self._decode()
        if not self.muted:
            self.parts.append(markup)

    def _say(self, source):
        font = self.open[-1].font if self.open else ""
        words = re.sub(r"[\s\u00a0]+", " ", unescape(source))
        words = PRIVATE.sub(lambda sign: symbol(font, ord(sign[0])), words)
        if any(element.labels for element in self.open):
            self.label += unicode_texts([(words, font)])[0][0]
        elif words and not self.muted:
            self.texts.append((len(self.parts), font))
            self.parts.append(words)

    def _decode(self):
        texts, _ = unicode_texts([(self.parts[at], font) for at, font in self.texts])
        for (at, _), text in zip(self.texts, texts, strict=True):
            self.parts[at] = escape(text, quote=False)
        self.texts = []
