"""Word's automatic numbers: what each paragraph's label says, and which become HTML lists."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from core.legacy import decoder_for
from core.word.ooxml import W, value
from core.word.styles import Layout

LEVELS = 9
MAX_DEPTH = 4  # the fifth level is the last that is shown as a list in a list
ID = W + "abstractNumId"
PLAIN = re.compile(r"%\d[.)]?")  # what an HTML list shows by itself
ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


class Item(NamedTuple):
    """A paragraph of a list."""

    level: int
    number: int | None  # None where it has a bullet
    label: str  # "a)", "Điều 1."; empty for a bullet
    plain: bool = True  # the label is the number with a full stop or a bracket


class Kind(NamedTuple):
    """How an HTML list shows an item: "ul" or "ol" at a depth from 0, or "" with its label."""

    list: str
    depth: int


class Numbering:
    """Counts through a document; ask for its paragraphs in order."""

    def __init__(self, root: Element | None):
        root = root if root is not None else Element("none")
        self._kinds = {
            kind.get(ID): {level.get(W + "ilvl"): level for level in kind}
            for kind in root.iter(W + "abstractNum")
        }
        by_style = {value(k, "styleLink"): k.get(ID) for k in root.iter(W + "abstractNum")}
        for kind in root.iter(W + "abstractNum"):
            style = value(kind, "numStyleLink")
            if style and style in by_style:
                self._kinds[kind.get(ID)] = self._kinds[by_style[style]]
        self._lists = {num.get(W + "numId"): num for num in root.iter(W + "num")}
        self._counts, self._restarted = {}, set()

    def item(self, layout: Layout) -> Item | None:
        """The label of a paragraph; None for one that has none."""
        num = self._lists.get(layout.list_id)
        kind = value(num, "abstractNumId")
        depth = layout.list_level if layout.list_level in map(str, range(LEVELS)) else "0"
        level = self._kinds.get(kind, {}).get(depth)
        if num is None or level is None:
            return None
        if value(level, "numFmt") == "bullet":
            return Item(int(depth), None, "")
        numbers = self._counted(kind, num, int(depth))
        pattern = value(level, "lvlText") or ""
        if value(level, "numFmt") == "none" or not pattern:
            return None
        label = re.sub(r"%([1-9])", lambda n: self._shown(kind, int(n[1]) - 1, numbers), pattern)
        plain = bool(PLAIN.fullmatch(pattern)) and value(level, "numFmt") == "decimal"
        return Item(int(depth), numbers[int(depth)], _decoded(label, level), plain)

    def _counted(self, kind, num, depth):
        """The numbers of all levels at this paragraph, itself counted."""
        counts = self._counts.setdefault(kind, {})
        restart = self._restart(num, depth)
        if restart is not None:
            counts[depth] = restart
        else:
            counts[depth] = counts.get(depth, self._start(kind, depth) - 1) + 1
        for level in range(LEVELS):
            if level > depth:
                counts.pop(level, None)
            elif level not in counts:
                counts[level] = self._start(kind, level)
        return counts

    def _restart(self, num, depth):
        """Where this list begins anew, at its first paragraph of this level."""
        key = num.get(W + "numId"), depth
        if key in self._restarted:
            return None
        self._restarted.add(key)
        for override in num.iter(W + "lvlOverride"):
            if override.get(W + "ilvl") == str(depth):
                return _number(value(override, "startOverride"), None)
        return None

    def _start(self, kind, level):
        return _number(value(self._kinds[kind].get(str(level)), "start"), 1)

    def _shown(self, kind, level, numbers):
        style = value(self._kinds[kind].get(str(level)), "numFmt")
        return in_style(numbers.get(level, 1), style or "decimal")


def in_style(number: int, style: str) -> str:
    """4 as "iv", "IV", "d", "D", "04" or "4"."""
    if style.endswith("Roman") and 0 < number < 4000:
        return _roman(number) if style == "upperRoman" else _roman(number).lower()
    if style.endswith("Letter") and 0 < number <= 26 * 20:
        letter = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if style == "upperLetter" else letter.lower()
    return f"{number:02}" if style == "decimalZero" else str(number)


def kinds(items: Sequence[Item]) -> list[Kind]:
    """How to show paragraphs that follow each other. Numbers that an HTML list would not show as
    they are (a, IV, Điều 2., a list that goes on after other text) make all labels words."""
    shown, depth = [], -1
    for item in items:
        depth = min(item.level, depth + 1, MAX_DEPTH)
        shown.append(Kind("ul" if item.number is None else "ol", depth))
    if _counts_the_same(items, shown):
        return shown
    return [Kind("ul" if item.number is None else "", 0) for item in items]


def _counts_the_same(items, shown):
    counts = {}
    for item, kind in zip(items, shown, strict=True):
        counts = {depth: count for depth, count in counts.items() if depth <= kind.depth}
        name, count = counts.get(kind.depth, (kind.list, 0))
        count = count + 1 if name == kind.list else 1
        counts[kind.depth] = kind.list, count
        if item.number is not None and (not item.plain or item.number != count):
            return False
    return True


def _roman(number):
    letters = ""
    for worth, letter in ROMAN:
        letters += letter * (number // worth)
        number %= worth
    return letters


def _decoded(label, level):
    fonts = level.find(f"{W}rPr/{W}rFonts")
    decode = decoder_for(fonts.get(W + "ascii")) if fonts is not None else None
    return decode(label) if decode else label


def _number(text, default):
    return int(text) if text and re.fullmatch("[0-9]{1,5}", text) else default
