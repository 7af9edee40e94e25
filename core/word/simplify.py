"""The first pass over a part: what Word keeps about the text goes, the text stays.

Tracked changes are settled (inserted text kept, deleted text left out), wrappers opened, comments,
bookmarks and formulas taken out. After it a body holds paragraphs and tables, a paragraph holds
runs and links.
"""

from xml.etree.ElementTree import Element

from core.word.ooxml import MC, A, M, W
from core.word.report import Report

OPENED = {
    *(W + name for name in ("ins", "moveTo", "smartTag", "customXml", "fldSimple", "bdo", "dir")),
    *(W + name for name in ("sdtContent", "sdt")),
}
COUNTED = {
    W + "del": "deleted",
    W + "moveFrom": "deleted",
    W + "commentReference": "comments",
    W + "altChunk": "objects",
    M + "oMathPara": "equations",
    M + "oMath": "equations",
}
DROPPED = {
    *(W + name for name in ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "proofErr")),
    *(W + name for name in ("rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange")),
    *(W + name for name in ("bookmarkStart", "bookmarkEnd", "permStart", "permEnd")),
    *(W + name for name in ("commentRangeStart", "commentRangeEnd", "annotationRef")),
    *(W + name for name in ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart")),
    *(W + name for name in ("moveToRangeEnd", "lastRenderedPageBreak", "sectPr")),
    *(W + name for name in ("footnoteRef", "endnoteRef", "separator", "continuationSeparator")),
}


def simplify(parent: Element, report: Report) -> None:
    """Everything below `parent`, in place."""
    kept, joined = [], []  # `joined`: content of paragraphs that go on in the next one
    for child in parent:
        if child.tag == W + "p" and joined:
            at = int(child.find(W + "pPr") is not None)
            child[at:at], joined = joined, []
        if child.tag == W + "p" and _goes_on(child, report):
            joined = [part for part in child if part.tag != W + "pPr"]
            continue
        kept += _kept(child, report)
    if joined:
        last = Element(W + "p")
        last[:] = joined
        kept += _kept(last, report)
    parent[:] = kept


def _kept(child, report):
    """What stands in the place of an element."""
    if child.tag in COUNTED:
        report.count(COUNTED[child.tag])
        return []
    if child.tag in DROPPED or _is_deleted_row(child):
        return []
    if child.tag == MC + "AlternateContent":
        return _alternative(child, report)
    if child.tag == W + "ins" and len(child):
        report.count("inserted")
    simplify(child, report)
    return list(child) if child.tag in OPENED else [child]


def _goes_on(paragraph, report):
    """Its mark was deleted, or it is the large first letter of the next."""
    deleted = paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
    report.count("deleted", int(deleted))
    frame = paragraph.find(f"{W}pPr/{W}framePr")
    return deleted or (frame is not None and frame.get(W + "dropCap") in ("drop", "margin"))


def _is_deleted_row(element):
    return element.tag == W + "tr" and element.find(f"{W}trPr/{W}del") is not None


def _alternative(element, report):
    """Word's newer way to write a drawing where it has a picture or text, else the older one."""
    branches = [b for b in element if b.tag in (MC + "Choice", MC + "Fallback")]
    wanted = (A + "blip", W + "txbxContent")
    full = (b for b in branches if any(next(b.iter(name), None) is not None for name in wanted))
    branch = next(full, branches[0] if branches else element)
    simplify(branch, report)
    return list(branch)
