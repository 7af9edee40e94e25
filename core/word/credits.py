"""The lines at an article's end that say who wrote it, took its pictures, published it first."""

import re
from typing import NamedTuple

from core.word.blocks import Block
from core.word.paragraphs import Paragraph
from core.word.report import Report

MAX_LINES = 4
MAX_LINE = 150  # characters
MAX_NAME = 100

_WORK = r"(?:tin|bài\ viết|bài|video|clip)"
_AND = r"\s*(?:[,/&+–-]|và|\s)\s*"
LABEL = re.compile(
    rf"""(?P<both>{_WORK}(?:{_AND}{_WORK})*{_AND}ảnh | ảnh{_AND}{_WORK})
       | (?P<photographer>(?:tác\ giả\ |nguồn\ |người\ chụp\ )?ảnh)
       | (?P<author>(?:tên\ )?tác\ giả(?:\ bài\ viết)? | người\ viết | (?:người\ )?thực\ hiện
                  | {_WORK}(?:{_AND}{_WORK})*)
       | (?P<source>nguồn(?:\ tin|\ bài)? | theo)
    """.replace(r"\ ", r"\s+"),
    re.IGNORECASE | re.VERBOSE,
)
WITH_COLON = re.compile(rf"(?<!\w)(?:{LABEL.pattern})\s*:", LABEL.flags)
WITHOUT_COLON = re.compile(r"(?:nguồn(?:\s+tin)?|theo)\s+(?P<source>.+)", re.IGNORECASE)
AROUND = " \t.,;:|()[]*–-"

PLACE = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?")
IN_BRACKETS = re.compile(r"^[(\[]([^()\[\]]*)[)\]]\.?$")
MAX_WORDS = 8

FIELDS = {"author": "tác giả", "photographer": "tác giả ảnh", "source": "nguồn"}


class Credits(NamedTuple):
    author: str = ""
    photographer: str = ""
    source: str = ""

    def over(self, others: "Credits") -> "Credits":
        return Credits(*(a or b for a, b in zip(self, others, strict=True)))


def take_credits(blocks: list[Block], report: Report) -> Credits:
    """The credits of the last paragraphs, which leave `blocks`."""
    found = Credits()
    for _ in range(MAX_LINES):
        last = blocks[-1] if blocks else None
        line = _credits_of(last) if isinstance(last, Paragraph) else Credits()
        if not any(line) or any(a and b for a, b in zip(line, found, strict=True)):
            break
        found = found.over(line)
        named = " và ".join(FIELDS[name] for name, said in line._asdict().items() if said)
        report.say(f"Dòng cuối “{last.text}” được chuyển vào ô {named}.")
        blocks.pop()
    return found


def _credits_of(paragraph):
    text = IN_BRACKETS.sub(r"\1", paragraph.text)
    if paragraph.numbers or paragraph.heading or len(text) > MAX_LINE:
        return Credits()
    if any(labelled := labelled_credits(text)):
        return labelled
    if paragraph.align == "right" or paragraph.is_bold:
        single_word_counts = paragraph.align == "right"
        if is_name(text) and (" " in text or single_word_counts):
            return Credits(author=text)
    return Credits()


def labelled_credits(line: str) -> Credits:
    """What a line like "Bài: Hoàng Quế - Ảnh: Minh Anh" says, all empty where it is none."""
    labels = list(WITH_COLON.finditer(line))
    if labels and labels[0].start() == 0:
        ends = [label.start() for label in labels[1:]] + [len(line)]
        found = Credits()
        for label, end in zip(labels, ends, strict=True):
            said = line[label.end() : end].strip(AROUND)
            if not said or len(said) > MAX_NAME:
                return Credits()
            found = found.over(_credit(label.lastgroup, said))
        return found
    unmarked = WITHOUT_COLON.fullmatch(line)
    if unmarked and is_source(unmarked["source"].strip(AROUND)):
        return Credits(source=unmarked["source"].strip(AROUND))
    return Credits()


def is_name(text: str) -> bool:
    """Hoàng Quế; Hoàng Quế - Minh Anh; PKG; Hoàng Quế (Ban Tuyên giáo Tỉnh ủy)."""
    people = re.sub(r"\s*\([^()]*\)$", "", text)
    words = [word for word in re.split(r"[\s,&/–-]+|\bvà\b", people) if word]
    whole = all(word[0].isupper() and re.fullmatch(r"[^\W\d_][\w.’']*", word) for word in words)
    return whole and 0 < len(words) <= MAX_WORDS


def is_source(text: str) -> bool:
    """Báo Nhân Dân, TTXVN, nhandan.vn; not "kế hoạch, hội nghị sẽ …"."""
    few = len(text.split()) <= MAX_WORDS and not re.search(r"[.,;:!?]\s", text)
    return bool(PLACE.fullmatch(text)) or (few and text[:1].isupper())


def _credit(kind, said):
    if kind == "both":
        return Credits(author=said, photographer=said)
    return Credits(**{kind: said})
