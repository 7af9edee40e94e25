"""Hits marked in the text as it was written, accents and all."""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from core.vietnamese import plain_key

WORD = re.compile(r"\w+")
LENGTH = 40  # words of a snippet
BEFORE = 8  # of them before the first hit


def snippet(text: str, query: str) -> SafeString:
    """The passage of `text` around the first word of `query`, its words in <mark>."""
    wanted = set(WORD.findall(plain_key(query)))
    words = list(WORD.finditer(text))
    hits = [i for i, word in enumerate(words) if plain_key(word[0]) in wanted]
    first = max(0, hits[0] - BEFORE) if hits else 0
    return marked(text, words[first : first + LENGTH], wanted, len(words) > first + LENGTH)


def marked(text, words, wanted, cut):
    parts, end = [], words[0].start() if words else 0
    if end and words:
        parts.append("… ")
    for word in words:
        shown = escape(word[0])
        is_hit = plain_key(word[0]) in wanted
        parts += [escape(text[end : word.start()]), f"<mark>{shown}</mark>" if is_hit else shown]
        end = word.end()
    parts.append(" …" if cut else escape(text[end:]))
    return mark_safe("".join(parts))  # noqa: S308 — every piece of text was escaped above
