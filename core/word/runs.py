"""The runs of a paragraph made plain: what they say, in Unicode, and how it looks, no more."""

import re
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from core.word.drawings import PICTURE
from core.word.fonts import PRIVATE, symbol, unicode_texts
from core.word.ooxml import W, flag, value
from core.word.report import Report
from core.word.styles import Styles

SPOKEN = {W + "tab": " ", W + "ptab": " ", W + "noBreakHyphen": "-", W + "softHyphen": "\u00ad"}
BREAKS = {W + "br", W + "cr"}
HEX = re.compile("[0-9a-fA-F]{1,8}")


def settle_runs(paragraph: Element, styles: Styles, report: Report) -> None:
    """Each run keeps bold, italic, underline, strike, superscript as properties of its own, and
    texts, line breaks and pictures as content; runs that look alike become one."""
    parents = [paragraph, *paragraph.findall(W + "hyperlink")]
    fonts = {}
    for parent in parents:
        names = {W + "r"} if parent is not paragraph else {W + "pPr", W + "r", W + "hyperlink"}
        parent[:] = [child for child in parent if child.tag in names]
        looks = {run: styles.look(paragraph, run) for run in parent.findall(W + "r")}
        parent[:] = [child for child in parent if not _is_hidden(child, looks, report)]
        for run in parent.findall(W + "r"):
            font = (looks[run].fonts or ("",))[0]
            properties = _properties(run, looks[run], linked=parent is not paragraph)
            run[:] = [properties, *_content(run, font, report)]
            fonts |= dict.fromkeys(run.findall(W + "t"), font)
    _decode(fonts, report)
    for parent in parents:
        _join_runs(parent)


def _is_hidden(child, looks, report):
    hidden = child in looks and looks[child].hidden
    if hidden and child.find(W + "t") is not None:
        report.count("hidden")
    return hidden


def _properties(run, look, linked):
    old, new = run.find(W + "rPr"), Element(W + "rPr")
    switched_on = {"b": look.bold, "i": look.italic, "u": flag(old, "u") and not linked}
    switched_on["strike"] = flag(old, "strike") or flag(old, "dstrike")
    for name in filter(switched_on.get, switched_on):
        SubElement(new, W + name, {W + "val": "single"})
    if (shift := value(old, "vertAlign")) in ("superscript", "subscript"):
        SubElement(new, W + "vertAlign", {W + "val": shift})
    return new


def _content(run, font, report):
    for child in run:
        if child.tag == W + "t":
            yield _text(PRIVATE.sub(lambda c: _symbol(font, ord(c[0]), report), child.text or ""))
        elif child.tag in SPOKEN:
            yield _text(SPOKEN[child.tag])
        elif child.tag == W + "sym" and HEX.fullmatch(child.get(W + "char", "")):
            code = int(child.get(W + "char"), 16)
            yield _text(_symbol(child.get(W + "font", ""), code, report))
        elif child.tag in BREAKS and child.get(W + "type", "textWrapping") == "textWrapping":
            yield Element(W + "br")
        elif child.tag == PICTURE:
            yield child


def _symbol(font, code, report):
    character = symbol(font, code)
    report.count("symbols", int(not character))
    return character


def _text(words):
    text = Element(W + "t")
    text.text = words
    return text


def _decode(fonts, report):
    """The texts under their fonts into Unicode, without invisible hyphens."""
    texts, kind = unicode_texts([(text.text, font) for text, font in fonts.items()])
    for element, text in zip(fonts, texts, strict=True):
        element.text = text.replace("\u00ad", "")
    if kind:
        report.count(kind)


def _join_runs(parent):
    """Runs part a sentence wherever somebody once stopped typing."""
    joined = []
    for child in parent:
        last = joined[-1] if joined else None
        if last is not None and child.tag == last.tag == W + "r" and _look(child) == _look(last):
            last.extend(child[1:])
        else:
            joined.append(child)
    parent[:] = joined
    for run in parent.findall(W + "r"):
        run[:] = _joined_texts(run)


def _joined_texts(run):
    joined = []
    for is_text, parts in groupby(run, lambda part: part.tag == W + "t"):
        texts = list(parts)
        joined += [_text("".join(text.text for text in texts))] if is_text else texts
    return joined


def _look(run):
    return [(part.tag, part.get(W + "val")) for part in run[0]]
