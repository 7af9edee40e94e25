"""What changed between two versions: field by field, in long texts word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from django.db import models
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

from core.fields import PlainText, RichText
from core.history import BOOKKEEPING, linked
from core.vietnamese import date_words, day_words

LIMIT = 3000  # pieces on each side of a comparison that are matched one by one
AROUND = 12  # words shown before and after a change
BLOCK_END = re.compile(r"</(?:p|h[1-6]|li|tr|figcaption|blockquote|caption)>|<br>")
PICTURE = re.compile(r'<img [^>]*?alt="([^"]*)"[^>]*>|<img [^>]*>')
TAG = re.compile(r"<[^>]+>")
WORD = re.compile(r"\n|[^\s]+")


@dataclass
class Difference:
    label: str
    html: str  # safe: made here
    note: str = ""


def differences(older, newer):
    """Each field that tells something else, of two versions or a version and its row."""
    model = newer.instance_type if hasattr(newer, "instance_type") else type(newer)
    found = []
    for field in model.history.model.tracked_fields:
        if field.name in BOOKKEEPING or field.primary_key:
            continue
        before, after = getattr(older, field.attname), getattr(newer, field.attname)
        if before != after:
            found.append(difference(field, before, after))
    for field in model._meta.many_to_many:
        before, after = linked(older, field), linked(newer, field)
        if before != after:
            found.append(
                Difference(label(field), replaced(names(field, before), names(field, after)))
            )
    return found


def difference(field, before, after):
    if isinstance(field, RichText):
        old, new = text_of_blocks(before), text_of_blocks(after)
        note = "Chỉ đổi định dạng, liên kết hoặc ảnh." if old == new else ""
        return Difference(label(field), words_marked(old, new), note)
    if isinstance(field, PlainText):
        return Difference(label(field), words_marked(before, after))
    return Difference(label(field), replaced(shown(field, before), shown(field, after)))


def label(field):
    name = str(field.verbose_name)
    return name[:1].upper() + name[1:]


def shown(field, value):
    """A value, a row or several as a person reads it."""
    if value in (None, ""):
        return ""
    if field.many_to_many:
        return names(field, [getattr(row, "pk", row) for row in value])
    if isinstance(field, RichText):
        return text_of_blocks(value)
    value = getattr(value, "pk", value)
    if field.is_relation:
        return names(field, [value])
    if isinstance(field, models.DateTimeField):
        return date_words(value)
    if isinstance(field, models.DateField):
        return day_words(value)
    return str(dict(field.flatchoices).get(value, value))


def names(field, ids):
    found = field.related_model._base_manager.in_bulk(ids)
    return ", ".join(str(found.get(pk, f"(đã xóa, số {pk})")) for pk in ids)


def text_of_blocks(html):
    """The words of rich text, a line a block; pictures by their descriptions."""
    text = PICTURE.sub(lambda image: f" [ảnh: {image[1] or ''}] ", BLOCK_END.sub("\n", html))
    return TAG.sub("", text).strip()


def replaced(before, after):
    parts = [format_html("<del>{}</del>", before)] if before else []
    parts += [format_html("<ins>{}</ins>", after)] if after else []
    return mark_safe(" ".join(parts))  # noqa: S308 - each part was escaped


def words_marked(before, after):
    """The text with the words taken away and added; long stretches in between are left out."""
    old, new = WORD.findall(before), WORD.findall(after)
    pieces = [piece(*run) for run in merged(runs(old, new))]
    return mark_safe(" ".join(pieces))  # noqa: S308 - `piece` escapes


def runs(old, new):
    """(words kept, words taken away, words added), in order. Time stays bounded on long texts:
    where too much differs, the whole stretch counts as rewritten."""
    start = common(old, new)
    end = common(old[start:][::-1], new[start:][::-1])
    yield old[:start], [], []
    yield from matched(old[start : len(old) - end], new[start : len(new) - end])
    yield old[len(old) - end :], [], []


def matched(old, new):
    if len(old) <= LIMIT and len(new) <= LIMIT:
        for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            yield (old[a:b], [], []) if kind == "equal" else ([], old[a:b], new[c:d])
        return
    lines, others = lines_of(old), lines_of(new)
    if max(len(lines), len(others)) > LIMIT or min(len(lines), len(others)) < 2:
        yield [], old, new
        return
    for kind, a, b, c, d in SequenceMatcher(None, lines, others, autojunk=False).get_opcodes():
        left, right = sum(lines[a:b], ()), sum(others[c:d], ())
        if kind == "equal":
            yield list(left), [], []
        elif len(left) <= LIMIT and len(right) <= LIMIT:
            yield from matched(list(left), list(right))
        else:
            yield [], list(left), list(right)


def lines_of(words):
    ends = [i + 1 for i, word in enumerate(words) if word == "\n"]
    return [tuple(words[a:b]) for a, b in pairwise([0, *ends, len(words)]) if a < b]


def common(left, right):
    """How many pieces two lists begin with alike."""
    for at, (a, b) in enumerate(zip(left, right, strict=False)):
        if a != b:
            return at
    return min(len(left), len(right))


def merged(found):
    return [run for run in found if any(run)]


def piece(kept, gone, come):
    if kept:
        if len(kept) > 2 * AROUND:
            kept = [*kept[:AROUND], "[…]", *kept[-AROUND:]]
        return plain(kept)
    old = f"<del>{plain(gone)}</del>" if gone else ""
    new = f"<ins>{plain(come)}</ins>" if come else ""
    return f"{old} {new}".strip()


def plain(words):
    return escape(" ".join(words)).replace("\n", "<br>")
