"""The lines of a printed page as the paragraphs that they were broken from."""

import re

LONG = 80  # characters; no line of a letterhead has so many
SHOWN = 4
FULL = 0.7  # of the longest line: a shorter one ends its paragraph
ENDS = re.compile(r"[.;:!?…)\]”\"]$")
BEGINS = re.compile(r"\s*(?:[-–•*+]\s|\d+[.)]|[a-zđ]\)|[IVXLC]+[.)]\s|Điều\s\d)")


def paragraphs(text: str) -> list[str]:
    """Lines joined where one goes on in the next: it is nearly as long as the longest and has no
    full stop, or the next one goes on in small letters. A list's items stay apart."""
    lines = [line.strip() for line in text.splitlines()]
    longest = max(map(len, lines), default=0)
    found = []
    before = ""
    for line in lines:
        if line and before and goes_on(before, line, longest):
            found[-1] += " " + line
        elif line:
            found.append(line)
        before = line
    return found


def opening(text: str) -> list[str]:
    """The first paragraphs of the text proper: without the letterhead, whose lines are short."""
    found = paragraphs(text)
    start = next((n for n, paragraph in enumerate(found) if len(paragraph) >= LONG), 0)
    return found[start:][:SHOWN]


def goes_on(before, line, longest):
    if before.count("(") > before.count(")"):
        return True
    if BEGINS.match(line):
        return False
    if line[0].islower():
        return True
    return len(before) >= FULL * longest and not ENDS.search(before) and not before.isupper()
