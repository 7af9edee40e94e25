"""Text as it is kept: in Unicode, repaired, without what no page shows."""

import re

from core.legacy import guess, is_unicode
from core.vietnamese import repair

UNSEEN = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff\u00ad\ufeff]")
BREAKS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
BLANKS = re.compile(r"[ \u00a0\u2002-\u200b\u3000]+")
AROUND_TABS = re.compile(" ?\t ?")
EMPTY_LINES = re.compile(r"\n\s*\n\s*\n")


def tidy(text: str) -> str:
    """No control characters, single blanks, one empty line at most between two others. Tabs part
    columns."""
    text = BLANKS.sub(" ", UNSEEN.sub("", BREAKS.sub("\n", text)))
    text = AROUND_TABS.sub("\t", text)
    lines = "\n".join(line.lstrip(" ").rstrip() for line in repair(text).split("\n"))
    return EMPTY_LINES.sub("\n\n", lines).strip("\n ")


def from_old_font(text: str) -> tuple[str, str]:
    """Text whose fonts are not known, in Unicode, and "TCVN3", "VNI" or "".

    Where some of it is Unicode already, each line must show by itself what it is.
    """
    if not is_unicode(text):
        return guess(text)
    decoded = [guess(line) for line in text.split("\n")]
    names = [name for _, name in decoded if name]
    return "\n".join(line for line, _ in decoded), (names or [""])[0]
