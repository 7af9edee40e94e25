"""Write a paper as a Word file."""

import io
import zipfile
from datetime import datetime

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from paper_source import bold_parts

CENTRE, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
FONT = "Times New Roman"
EPOCH = (2026, 1, 1, 0, 0, 0)


def write_docx(paper, path):
    document = blank(paper)
    opening(paper, document)
    for kind, words in paper.blocks:
        if kind == "table":
            table(document, words)
        elif kind == "sign":
            closing(paper, document)
        else:
            block(document, kind, words)
    save(document, path)


def blank(paper):
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin = Cm(3), Cm(1.8)
    page.top_margin = page.bottom_margin = Cm(2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(13)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    style.paragraph_format.space_after = Pt(6)
    about = document.core_properties
    about.title, about.author, about.language = paper.title, paper.record["issuer"], "vi"
    about.comments, about.last_modified_by = "", paper.record["issuer"]
    about.created = about.modified = datetime.fromisoformat(paper.record["issued_on"])
    return document


def opening(paper, document):
    if paper.is_annex:
        write(document, paper.heading, CENTRE, bold=True)
        write(document, paper.subject, CENTRE, italic=True)
        return
    left, right = columns(document)
    *above, organ = paper.organ
    for words in above:
        write(left, words, CENTRE)
    write(left, organ, CENTRE, bold=True)
    for words in ("*", paper.number):
        write(left, words, CENTRE)
    if paper.is_letter:
        write(left, paper.subject, CENTRE, italic=True)
    for words in paper.nation:
        write(right, words, CENTRE, bold=True)
    write(right, paper.dateline, CENTRE, italic=True)
    heading(paper, document)


def heading(paper, document):
    if paper.is_letter:
        for words in ("Kính gửi:", *(f"- {line}" for line in paper.people("to"))):
            write(document, words, CENTRE)
    else:
        write(document, paper.heading, CENTRE, bold=True)
        write(document, paper.subject, CENTRE, bold=True)


def columns(document):
    """The two cells of a table without lines, emptied of their first paragraph."""
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    for cell in cells:
        cell._element.remove(cell.paragraphs[0]._element)
    return cells


def block(document, kind, words):
    if kind == "centre":
        write(document, words, CENTRE, bold=words.isupper())
        return
    mark = "- " if kind == "item" else ""
    paragraph = write(document, mark + words, JUSTIFY, bold=kind in {"part", "section"})
    paragraph.paragraph_format.first_line_indent = Cm(1)


def table(document, rows):
    grid = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for i, row in enumerate(rows):
        for cell, words in zip(grid.add_row().cells, row, strict=True):
            cell._element.remove(cell.paragraphs[0]._element)
            write(cell, words, CENTRE if i == 0 else None, bold=i == 0)
    document.add_paragraph()


def closing(paper, document):
    left, right = columns(document)
    write(left, "Nơi nhận:", None, italic=True)
    for line in paper.people("recipients"):
        write(left, f"- {line};", None)
    for post in paper.people("authority", "|"):
        write(right, post, CENTRE, bold=True)
    write(right, "", CENTRE).paragraph_format.space_after = Pt(48)
    write(right, paper.record["signer"], CENTRE, bold=True)


def write(place, words, alignment, *, bold=False, italic=False):
    paragraph = place.add_paragraph()
    paragraph.alignment = alignment
    for part, strong in bold_parts(words):
        run = paragraph.add_run(part)
        run.bold, run.italic = bold or strong, italic
    return paragraph


def save(document, path):
    """The same bytes each time: the ZIP's times are fixed."""
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as written, zipfile.ZipFile(path, "w") as fixed:
        for name in written.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            fixed.writestr(entry, written.read(name), zipfile.ZIP_DEFLATED, 9)
