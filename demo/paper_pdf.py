"""Set a paper as PDF, with the letters it uses embedded."""

from functools import partial
from xml.sax.saxutils import escape

from paper_source import bold_parts
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import KeepTogether, Paragraph, SimpleDocTemplate, Spacer, Table

FACES = {"Regular": "Serif", "Bold": "Serif-Bold", "Italic": "Serif-Italic"}
WIDTH = A4[0] - 48 * mm

BODY = ParagraphStyle("body", fontName="Serif", fontSize=13, leading=18.5)
BODY.alignment, BODY.firstLineIndent, BODY.spaceAfter = TA_JUSTIFY, 10 * mm, 5
PART = ParagraphStyle("part", BODY, fontName="Serif-Bold", spaceBefore=5, keepWithNext=1)
CENTRE = ParagraphStyle("centre", BODY, alignment=TA_CENTER, firstLineIndent=0)
HEAD = ParagraphStyle("head", CENTRE, fontSize=11.5, leading=15.5, spaceAfter=0)
CELL = ParagraphStyle("cell", BODY, fontSize=11.5, leading=15, firstLineIndent=0, spaceAfter=0)
CELL.alignment = 0
CELL_HEAD = ParagraphStyle("cell head", CELL, fontName="Serif-Bold", alignment=TA_CENTER)
NOTE = ParagraphStyle("note", CELL, fontSize=11, leading=14)
NOTE_CENTRE = ParagraphStyle("note centre", NOTE, alignment=TA_CENTER, spaceBefore=4)
STYLES = {"part": PART, "section": PART, "item": BODY, "text": BODY, "centre": CENTRE}
GRID = [("GRID", (0, 0), (-1, -1), 0.5, "#444444"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
TOP = [("VALIGN", (0, 0), (-1, -1), "TOP")]


def load_fonts(folder, family):
    """Register the three faces of a family of TrueType fonts that has Vietnamese letters."""
    for face, name in FACES.items():
        font = TTFont(name, str(folder / f"{family}-{face}.ttf"))
        if ord("ờ") not in font.face.charToGlyph:
            raise SystemExit(f"{family} in {folder} has no Vietnamese letters")
        pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily("Serif", "Serif", "Serif-Bold", "Serif-Italic", "Serif-Bold")


def write_pdf(paper, path):
    page = SimpleDocTemplate(
        str(path),
        pagesize=A4,
        leftMargin=30 * mm,
        rightMargin=18 * mm,
        topMargin=20 * mm,
        bottomMargin=20 * mm,
        title=paper.title,
        author=paper.record["issuer"],
        lang="vi",
        invariant=1,
    )
    story = [*opening(paper), *body(paper)]
    page.build(story, onLaterPages=page_number)


def page_number(canvas, page):
    canvas.setFont("Serif", 12)
    canvas.drawCentredString(A4[0] / 2, A4[1] - 14 * mm, str(page.page))


def opening(paper):
    if paper.is_annex:
        head = centred(paper.heading, bold=True), centred(paper.subject, italic=True)
        return [*head, Spacer(1, 8)]
    parts = [letterhead(paper), Spacer(1, 16)]
    if paper.is_letter:
        return [*parts, *addressees(paper), Spacer(1, 8)]
    rule = centred("-----") if not paper.is_state else Spacer(1, 6)
    about = f"Về việc {lower_first(paper.subject)}" if paper.is_state else paper.subject
    return [*parts, centred(paper.heading, bold=True), centred(about, bold=True), rule]


def letterhead(paper):
    *above, organ = paper.organ
    left = [text(line, HEAD) for line in above]
    left += [text(organ, HEAD, bold=True), text("*" if not paper.is_state else "_____", HEAD)]
    left += [text(paper.number, HEAD)] if paper.number else []
    left += [text(paper.subject, NOTE_CENTRE, italic=True)] if paper.is_letter else []
    *above, motto = paper.nation
    right = [text(line, HEAD, bold=True) for line in above]
    right += [text(motto, HEAD, bold=True, underlined=True), Spacer(1, 8)]
    right += [text(paper.dateline, HEAD, italic=True)]
    share = 0.4 if paper.is_state else 0.47
    return Table([[left, right]], colWidths=[WIDTH * share, WIDTH * (1 - share)], style=TOP)


def addressees(paper):
    lines = paper.people("to")
    return [centred("Kính gửi:"), *(centred(f"- {line}") for line in lines)]


def body(paper):
    for kind, content in paper.blocks:
        if kind == "table":
            yield table(content)
        elif kind == "sign":
            yield from closing(paper)
        else:
            yield block(kind, content)


def block(kind, words):
    mark = "- " if kind == "item" else ""
    bold = kind == "centre" and words.isupper()
    return text(mark + words, STYLES[kind], bold=bold)


def table(rows):
    head, *rest = rows
    cells = [[text(c, CELL_HEAD) for c in head], *([text(c, CELL) for c in row] for row in rest)]
    shares = [max(9, *(min(len(row[i]), 40) for row in rows)) for i in range(len(head))]
    widths = [WIDTH * share / sum(shares) for share in shares]
    return Table(cells, widths, style=GRID, repeatRows=1, spaceBefore=4, spaceAfter=9)


def closing(paper):
    """Recipients and signature, on one page."""
    right = signature(paper.people("authority", "|"), paper.record["signer"])
    left = recipients(paper)
    if "cosign" in paper.head:
        post, name = paper.people("cosign", "|")
        left, below = signature([post], name), left
    else:
        below = []
    pair = Table([[left, right]], colWidths=[WIDTH / 2] * 2, style=TOP)
    return [Spacer(1, 8), KeepTogether([pair, *below]), Spacer(1, 16)]


def signature(posts, name):
    above = [text(post, HEAD, bold=True) for post in posts]
    return [*above, Spacer(1, 52), text(name, HEAD, bold=True)]


def recipients(paper):
    lines = [text(f"- {line}{mark}", NOTE) for line, mark in ended(paper.people("recipients"))]
    return [text("Nơi nhận:", NOTE, italic=True, underlined=True), *lines]


def ended(lines):
    return [(line, "." if line == lines[-1] else ",") for line in lines]


def text(words, style, *, bold=False, italic=False, underlined=False):
    marked = "".join(f"<b>{escape(w)}</b>" if b else escape(w) for w, b in bold_parts(words))
    for tag, wanted in (("b", bold), ("i", italic), ("u", underlined)):
        marked = f"<{tag}>{marked}</{tag}>" if wanted else marked
    return Paragraph(marked, style)


centred = partial(text, style=CENTRE)


def lower_first(words):
    return words[:1].lower() + words[1:]
