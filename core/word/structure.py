"""What the paragraphs are to a reader: title, lead, headings, figures, lists."""

import re
from itertools import groupby

from core.word.blocks import Block, all_paragraphs, containers
from core.word.numbering import Numbering, kinds
from core.word.paragraphs import MAX_TITLE, Paragraph
from core.word.pictures import Pictures
from core.word.report import Report

MAX_TITLE_LINES = 3
MAX_LEAD_PARAGRAPHS = 3
SENTENCE = 60  # characters; a bold paragraph that is shorter must end like a sentence

NUMBERED = re.compile(r"(?:[IVXLC]+|\d{1,2}|[a-zđ])[.)]\s|-\s")
SENTENCE_END = (".", "!", "?", "…")

# What mammoth makes of Paragraph.style.
STYLE_MAP = """
p.Figure => figure:fresh
p.Caption => figure > figcaption:fresh
p.H2 => h2:fresh
p.H3 => h3:fresh
p.H4 => h4:fresh
p.Quote => blockquote > p:fresh
p.Center => p.text-center:fresh
p.Right => p.text-right:fresh
u => u
"""


def set_figures(blocks: list[Block], pictures: Pictures) -> None:
    """Pictures become figures, the paragraph right below one its caption."""
    for part in containers(blocks):
        for above, block in zip([None, *part], part, strict=False):
            if not isinstance(block, Paragraph) or block.style:
                continue
            if block.numbers:
                block.style = "Figure"
            elif _is_figure(above) and block.is_caption:
                block.style = "Caption"
                block.drop_look("b", "i", "u")
                pictures.caption(above.numbers, block.text)


def trailing_figures(blocks: list[Block]) -> int:
    """How many of the last blocks are pictures with their captions."""
    count = 0
    while count < len(blocks) and getattr(blocks[-1 - count], "style", "") in ("Figure", "Caption"):
        count += 1
    return count


def take_title(blocks: list[Block], report: Report) -> str:
    """The title's words, its paragraphs gone from `blocks`."""
    first = next((b for b in blocks if not _is_figure(b) and not _is_caption(b)), None)
    if not isinstance(first, Paragraph) or not _may_be_title(first):
        report.count("no title")
        return ""
    at, lines = blocks.index(first), []
    while at < len(blocks) and _continues_title(blocks[at], first, lines):
        lines.append(blocks.pop(at).text)
    return " ".join(lines)


def take_lead(blocks: list[Block], report: Report) -> str:
    """The words of the bold paragraphs that begin the text, gone from `blocks`."""
    texts = [b for b in blocks if not _is_figure(b) and not _is_caption(b)][:MAX_LEAD_PARAGRAPHS]
    lead = []
    while texts and isinstance(texts[0], Paragraph) and _is_lead(texts[0]):
        lead.append(texts.pop(0))
    if not lead:
        report.count("no lead")
    blocks[:] = [block for block in blocks if block not in lead]
    return "\n".join(paragraph.text for paragraph in lead)


def set_headings(blocks: list[Block]) -> None:
    """The highest level in use becomes h2, the third and all below it h4."""
    headings = [p for p in all_paragraphs(blocks) if p.heading and not p.style]
    top = min((paragraph.heading for paragraph in headings), default=1)
    for paragraph in headings:
        paragraph.style = f"H{min(paragraph.heading - top + 2, 4)}"
        paragraph.drop_look("b", "i", "u")


def set_looks(blocks: list[Block]) -> None:
    """Quotations and alignment, where nothing else says what a paragraph is."""
    aligned = {"center": "Center", "right": "Right"}
    for paragraph in all_paragraphs(blocks):
        if not paragraph.style and "quote" in paragraph.name:
            paragraph.style = "Quote"
        paragraph.style = paragraph.style or aligned.get(paragraph.align, "")


def set_lists(blocks: list[Block], numbering: Numbering, report: Report) -> None:
    """Paragraphs of a list get their place in it, or the words of their label."""
    texts = (p for p in all_paragraphs(blocks) if p.style not in ("Figure", "Caption"))
    found = {paragraph: numbering.item(paragraph.layout) for paragraph in texts}
    items = {paragraph: item for paragraph, item in found.items() if item}
    for part in containers(blocks):
        for is_list, group in groupby(part, items.__contains__):
            if is_list:
                _set_list({paragraph: items[paragraph] for paragraph in group}, report)


def _set_list(items, report):
    for (paragraph, item), kind in zip(items.items(), kinds([*items.values()]), strict=True):
        if kind.list and not paragraph.style.startswith("H"):
            paragraph.style, paragraph.kind = "", kind
        elif item.label:
            paragraph.put_first(item.label + " ")
            report.count("labels")


def _is_figure(block):
    return isinstance(block, Paragraph) and bool(block.numbers)


def _is_caption(block):
    return isinstance(block, Paragraph) and block.style == "Caption"


def _may_be_title(paragraph):
    sentence = paragraph.text.endswith((*SENTENCE_END, ":", ";"))
    looks_so = paragraph.align == "center" or (paragraph.is_bold and not sentence)
    short = len(paragraph.text) <= MAX_TITLE
    return short and (paragraph.is_title or (looks_so and not paragraph.is_italic))


def _continues_title(block, first, lines):
    if block is first:
        return True
    if not isinstance(block, Paragraph) or block.style or len(lines) == MAX_TITLE_LINES:
        return False
    same = (block.name, block.heading, block.align) == (first.name, first.heading, first.align)
    short = len(" ".join([*lines, block.text])) <= MAX_TITLE
    return same and short and first.is_title and block.is_title


def _is_lead(paragraph):
    text = paragraph.text
    if not paragraph.is_bold or paragraph.heading or NUMBERED.match(text):
        return False
    return len(text) >= SENTENCE or text.endswith(SENTENCE_END)
