"""Footnotes and endnotes: numbered in the order of the text, kept for its end."""

from xml.etree.ElementTree import Element, SubElement

from core.word.ooxml import W

REFERENCES = {W + "footnoteReference": W + "footnote", W + "endnoteReference": W + "endnote"}


def taken_notes(body: Element, parts: list[Element]) -> list[Element]:
    """The notes of `parts` that `body` refers to, in the order of the references, which become
    [1], [2] … as superscript text; so begins each note."""
    notes = {(note.tag, note.get(W + "id")): note for part in parts for note in part}
    numbers = {}
    for run in body.iter(W + "r"):
        references = [(REFERENCES.get(child.tag), child.get(W + "id")) for child in run]
        for child, key in zip(run, references, strict=True):
            if key in notes:
                number = numbers.setdefault(key, len(numbers) + 1)
                child.tag, child.text = W + "t", f"[{number}]"
        if not notes.keys().isdisjoint(references):
            run.insert(0, _superscript())
    return [_numbered(notes[key], number) for key, number in numbers.items()]


def _numbered(note, number):
    first = note.find(W + "p")
    if first is not None:
        run = Element(W + "r")
        SubElement(run, W + "t").text = f"[{number}] "
        first.insert(int(first.find(W + "pPr") is not None), run)
    return note


def _superscript():
    properties = Element(W + "rPr")
    SubElement(properties, W + "vertAlign", {W + "val": "superscript"})
    return properties
