"""Hyperlinks: those written as fields become elements, and each carries its address itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from core.word.ooxml import R, W
from core.word.package import Relation
from core.word.report import Report

MAX_FIELDS = 20  # one in another
MAX_INSTRUCTION = 2000  # characters

ADDRESS = re.compile(r"(https?://[^/\s]|mailto:|tel:)", re.IGNORECASE)
INSTRUCTION = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]+))', re.IGNORECASE)


@dataclass
class Field:
    """An open field: its instruction as far as it was read, then its result."""

    instruction: str = ""
    has_result: bool = False
    address: str = ""

    def begin_result(self):
        self.has_result = True
        if found := INSTRUCTION.match(self.instruction):
            self.address = found[1] or found[2] or ""


def settle_links(part: Element, relations: dict[str, Relation], report: Report) -> None:
    """Each w:hyperlink below `part` gets its address as r:id; one that leads nowhere is opened."""
    _open_fields(part)
    for parent in list(part.iter()):
        if any(child.tag == W + "hyperlink" for child in parent):
            parent[:] = [kept for child in parent for kept in _settled(child, relations, report)]


def _settled(child, relations, report):
    if child.tag != W + "hyperlink":
        return [child]
    relation = relations.get(child.get(R + "id", ""))
    address = child.get("address") or (relation.target if relation else "")
    if not ADDRESS.match(address):
        report.count("links", int(bool(address)))
        return list(child)
    child.attrib = {R + "id": address}
    return [child]


def _open_fields(part):
    """Field codes go, results stay, those of HYPERLINK inside a link."""
    fields = []
    for parent in list(part.iter()):
        if parent.tag == W + "p":  # a code that never ends must not swallow the rest
            fields = [field for field in fields if field.has_result]
        if any(child.tag == W + "r" for child in parent):
            parent[:] = [
                kept for child in parent for kept in _outside_fields(child, parent, fields)
            ]


def _outside_fields(child, parent, fields) -> Iterator[Element]:
    if child.tag != W + "r":
        yield child
        return
    for code in child:
        _follow(code, fields)
    if child.find(W + "fldChar") is not None:
        child[:] = [part for part in child if part.tag != W + "fldChar"]
    if not all(field.has_result for field in fields):
        return
    address = next((field.address for field in fields if field.address), "")
    if not address or parent.tag == W + "hyperlink":
        yield child
        return
    link = Element(W + "hyperlink", {"address": address})
    link.append(child)
    yield link


def _follow(code, fields):
    kind = code.get(W + "fldCharType") if code.tag == W + "fldChar" else None
    if kind == "begin" and len(fields) < MAX_FIELDS:
        fields.append(Field())
    elif kind == "separate" and fields:
        fields[-1].begin_result()
    elif kind == "end" and fields:
        fields.pop()
    elif code.tag == W + "instrText" and fields:
        fields[-1].instruction = (fields[-1].instruction + (code.text or ""))[:MAX_INSTRUCTION]
