"""Pictures, text boxes and other drawings in the runs of a part."""

import re
from xml.etree.ElementTree import Element

from core.word.ooxml import WP, A, R, V, W
from core.word.package import Relation
from core.word.pictures import Pictures
from core.word.report import Report

DRAWINGS = {W + "drawing", W + "pict", W + "object"}
BOX = W + "txbxContent"
PICTURE = "picture!"  # no file can hold an element of that name
DIAGRAMS = ("/chart", "/diagram")


def settle_drawings(
    parent: Element, relations: dict[str, Relation], pictures: Pictures, report: Report
) -> None:
    """Below `parent`: a text box's paragraphs move behind the paragraph that holds it, a picture
    becomes a PICTURE, all else is left out."""
    blocks = []
    for child in parent:
        blocks.append(child)
        if child.tag == W + "p":
            boxes = _taken_boxes(child)
            report.count("boxes", len(boxes))
            _settle_runs(child, relations, pictures, report)
            for box in boxes:
                settle_drawings(box, relations, pictures, report)
                blocks += list(box)
        else:
            settle_drawings(child, relations, pictures, report)
    parent[:] = blocks


def _taken_boxes(paragraph):
    """The text boxes of a paragraph, taken out of it; those inside one stay in it."""
    found = []

    def take(element):
        for child in list(element):
            if child.tag == BOX:
                element.remove(child)
                found.append(child)
            else:
                take(child)

    take(paragraph)
    return found


def _settle_runs(paragraph, relations, pictures, report):
    for run in paragraph.iter(W + "r"):
        content = []
        for child in run:
            if child.tag in DRAWINGS:
                content += _pictures_of(child, relations, pictures, report)
            else:
                content.append(child)
        run[:] = content


def _pictures_of(drawing, relations, pictures, report):
    if drawing.tag == W + "object":
        report.count("objects")
        return []
    embedded = [blip.get(R + "embed") or blip.get(R + "link") for blip in drawing.iter(A + "blip")]
    embedded += [data.get(R + "id") for data in drawing.iter(V + "imagedata")]
    if not embedded:
        uris = [data.get("uri", "") for data in drawing.iter(A + "graphicData")]
        report.count("diagrams", sum(uri.endswith(DIAGRAMS) for uri in uris))
    report.count("cropped", sum(_is_cropped(crop) for crop in drawing.iter(A + "srcRect")))
    numbers = [pictures.number(relations.get(name or "")) for name in embedded]
    alt = next((p.get("descr") for p in drawing.iter(WP + "docPr") if p.get("descr")), "")
    attributes = [{"number": str(number), "alt": alt} for number in numbers if number]
    return [Element(PICTURE, said) for said in attributes]


def _is_cropped(crop):
    return any(re.match("[1-9]", crop.get(side, "")) for side in "ltrb")
