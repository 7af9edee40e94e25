"""Settled blocks to HTML: mammoth is given a small .docx that holds them and nothing else."""

import re
import zipfile
from io import BytesIO
from xml.etree.ElementTree import Element, SubElement, tostring

import mammoth

from core.sanitise import clean_html
from core.word.blocks import Block, Table
from core.word.drawings import PICTURE
from core.word.markup import without_blanks
from core.word.ooxml import OFFICE, PIC, RELATIONSHIP, TOO_LONG, WP, A, R, W, WordError
from core.word.paragraphs import Paragraph
from core.word.structure import STYLE_MAP

MAX_ELEMENTS = 60_000  # 12,000 paragraphs
LISTS = {"ul": ("1", "bullet"), "ol": ("2", "decimal")}

# While HTML is cleaned, a placeholder must look like a picture of ours.
CLEANED_PLACEHOLDER = re.compile(r'(<img(?: [a-z]+="[^"]*")*? src=")/(word-picture:\d+")')


def html_of(blocks: list[Block]) -> str:
    """Clean HTML; pictures have the address word-picture:N.

    Raises WordError where there is more than a page can hold.
    """
    document, addresses = Element(W + "document"), {}
    SubElement(document, W + "body").extend(map(_block, blocks))
    for link in document.iter(W + "hyperlink"):
        address = link.get(R + "id")
        link.set(R + "id", addresses.setdefault(address, f"link{len(addresses)}"))
    if sum(1 for _ in document.iter()) > MAX_ELEMENTS:
        raise WordError(TOO_LONG)
    html = mammoth.convert_to_html(
        _docx(document, addresses),
        style_map=STYLE_MAP,
        include_embedded_style_map=False,
        convert_image=mammoth.images.img_element(_placeholder),
    ).value
    return CLEANED_PLACEHOLDER.sub(r"\1\2", clean_html(without_blanks(html)))


def _placeholder(image):
    with image.open() as part:
        return {"src": f"/word-picture:{part.read().decode()}"}


def _block(block):
    return _table(block) if isinstance(block, Table) else _paragraph(block)


def _paragraph(paragraph: Paragraph):
    element = Element(W + "p")
    properties = SubElement(element, W + "pPr")
    if paragraph.style:
        SubElement(properties, W + "pStyle", {W + "val": paragraph.style})
    if paragraph.kind:
        numbering = SubElement(properties, W + "numPr")
        SubElement(numbering, W + "ilvl", {W + "val": str(paragraph.kind.depth)})
        SubElement(numbering, W + "numId", {W + "val": LISTS[paragraph.kind.list][0]})
    for part in paragraph.element:
        if part.tag in (W + "r", W + "hyperlink"):
            element.append(part)
    for run in element.iter(W + "r"):
        run[:] = [_drawing(part) if part.tag == PICTURE else part for part in run]
    return element


def _drawing(picture):
    drawing = Element(W + "drawing")
    inline = SubElement(drawing, WP + "inline")
    SubElement(inline, WP + "docPr", {"descr": picture.get("alt")})
    fill = inline
    for name in (A + "graphic", A + "graphicData", PIC + "pic", PIC + "blipFill"):
        fill = SubElement(fill, name)
    SubElement(fill, A + "blip", {R + "embed": picture.get("number")})
    return drawing


def _table(table):
    element = Element(W + "tbl")
    for row in table.rows:
        tr = SubElement(element, W + "tr")
        if row.is_header:
            SubElement(SubElement(tr, W + "trPr"), W + "tblHeader")
        for cell in row.cells:
            tr.append(_cell(cell))
    return element


def _cell(cell):
    element = Element(W + "tc")
    properties = SubElement(element, W + "tcPr")
    if cell.span:
        SubElement(properties, W + "gridSpan", {W + "val": cell.span})
    if cell.merge:
        SubElement(properties, W + "vMerge", {W + "val": cell.merge})
    element.extend(map(_block, cell.blocks))
    return element


def _docx(document, addresses):
    """Its pictures hold their own numbers."""
    numbers = {blip.get(R + "embed") for blip in document.iter(A + "blip")}
    relations = [("hyperlink", name, address) for address, name in addresses.items()]
    relations += [("image", number, f"media/{number}.png") for number in numbers]
    parts = {
        "_rels/.rels": _relations([("officeDocument", "main", "word/document.xml")]),
        "word/_rels/document.xml.rels": _relations(relations),
        "word/document.xml": tostring(document),
        "word/numbering.xml": _numbering(),
    }
    parts |= {f"word/media/{number}.png": number for number in numbers}
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    file.seek(0)
    return file


def _relations(relations):
    root = Element(RELATIONSHIP.replace("Relationship", "Relationships"))
    for kind, name, target in relations:
        kind = f"{OFFICE}/officeDocument/2006/relationships/{kind}"
        SubElement(root, RELATIONSHIP, {"Id": name, "Type": kind, "Target": target})
    return tostring(root)


def _numbering():
    root = Element(W + "numbering")
    for number, style in LISTS.values():
        kind = SubElement(root, W + "abstractNum", {W + "abstractNumId": number})
        for depth in range(9):
            level = SubElement(kind, W + "lvl", {W + "ilvl": str(depth)})
            SubElement(level, W + "numFmt", {W + "val": style})
        num = SubElement(root, W + "num", {W + "numId": number})
        SubElement(num, W + "abstractNumId", {W + "val": number})
    return tostring(root)
