"""Rich text made harmless: one allow-list for every path by which it comes in.

What comes out is canonical: well-formed, repaired (core.vietnamese.repair) and unchanged when
it is cleaned once more. Pictures, sound and films are our own; links lead anywhere safe.
"""

import re
from html import escape, unescape
from unicodedata import is_normalized
from urllib.parse import urlsplit

import nh3
from django.conf import settings

from core.tidy import INLINE, TAGS, tidied
from core.vietnamese import repair

PASSES = 4  # of cleaning until nothing changes; two are the rule

ALIGNED = {"text-left", "text-center", "text-right", "text-justify"}
PLACED = {"image-left", "image-center", "image-right"}

ATTRIBUTES = {
    "*": {"class", "lang"},
    "a": {"href"},
    "img": {"src", "srcset", "sizes", "alt", "width", "height", "loading"},
    "audio": {"src", "controls", "preload"},
    "video": {"src", "poster", "width", "height", "controls", "preload"},
    "source": {"src", "type"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
}
VALUES = {
    "lang": r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*",
    "width": r"[0-9]{1,5}",
    "height": r"[0-9]{1,5}",
    "colspan": r"[0-9]{1,3}",
    "rowspan": r"[0-9]{1,3}",
    "loading": r"lazy|eager",
    "preload": r"none|metadata|auto",
    "scope": r"(row|col)(group)?",
    "sizes": r"[a-z0-9 ().,:-]+",
    "type": r"(audio|video)/[a-z0-9.+-]+",
}

LINK = re.compile(r"https?://[^/\\]|mailto:|tel:|(?!\\|/[/\\])(?![^/?#]*:).", re.IGNORECASE)
OWN_PATH = re.compile(r"/(?![/\\])")

# Tags as the sanitiser writes them.
_ATTRIBUTES = r'(?: [a-z]+="[^"]*")*'
TAG = re.compile(rf"</?([a-z0-9]+){_ATTRIBUTES}>")
EXTERNAL = re.compile(r'<a (?:[^<>]* )?href="https?://[^<>]*', re.IGNORECASE)
DEAD_LINK = re.compile(r'<a(?: (?!href=)[a-z]+="[^"]*")*>((?:(?!</?a[ >]).)*+)</a>', re.DOTALL)
WITHOUT_SOURCE = re.compile(
    r'<(?:img|source)(?: (?!src=)[a-z]+="[^"]*")*>'
    r'|<(audio|video)(?: (?!src=)[a-z]+="[^"]*")*>\s*</\1>'
)
_EMPTIED = "|".join(sorted(TAGS - {"td", "th", "audio", "video", "br", "hr", "img", "source"}))
EMPTY = re.compile(rf"<({_EMPTIED}){_ATTRIBUTES}>((?:\s|<br>)*+)</\1>")


def clean_html(html: str) -> str:
    """The allowed part of `html`, the same whoever wrote it and however often it is cleaned."""
    for _ in range(PASSES):
        before, html = html, _cleaned(html)
        if html == before:
            return html
    return _cleaned(escape(text_of(html), quote=False))


def text_of(html: str) -> str:
    """The words of cleaned HTML: blocks and breaks part them, inline tags do not."""
    text = TAG.sub(lambda tag: "" if tag[1] in INLINE else " ", html)
    return repair(" ".join(unescape(text).split()))


def _cleaned(html):
    html = CLEANER.clean(tidied(html)).replace("&nbsp;", " ")
    html = _without_remains(_repaired(html))
    return EXTERNAL.sub(r'\g<0> rel="external noopener noreferrer"', html).strip()


def _repaired(html):
    if not is_normalized("NFC", html):
        # Between the brackets only: NFC would melt ">" and a lone U+0338 into one letter.
        html = re.sub(r"[^<>]+", lambda run: repair(run[0]).lstrip("\u0338"), html)
    return repair(html)


def _without_remains(html):
    """No links to nowhere, pictures without a source, elements without content."""
    before = None
    while html != before:
        before = html
        html = DEAD_LINK.sub(r"\1", WITHOUT_SOURCE.sub("", html))
        html = EMPTY.sub(_left_of_empty, html)
    return html


def _left_of_empty(element):
    """Blanks of an emptied inline element stay; an emptied block still parts two texts."""
    if element[1] in INLINE:
        return element[2]
    html, start, end = element.string, element.start(), element.end()
    between_texts = start and html[start - 1] != ">" and html[end : end + 1] not in ("", "<")
    return " " if between_texts else ""


def _attribute(tag, name, value):
    """The value that may stay, or None."""
    if name in VALUES:
        return value if re.fullmatch(VALUES[name], value) else None
    return RULES[name](value)


def _classes(value):
    return " ".join(c for c in dict.fromkeys(value.split()) if c in ALIGNED | PLACED) or None


def _address(value):
    """An address as a browser reads it, our own ones from the root."""
    value = re.sub(r"[\t\n\r]", "", value).strip("".join(map(chr, range(33))))
    ours = re.escape(urlsplit(settings.SITE_URL).netloc)
    return re.sub(rf"(?i)^https?://{ours}(?:/|(?=[?#])|$)", "/", value)


def _link(value):
    address = _address(value)
    return address if LINK.match(address) else None


def _own(value):
    address = _address(value)
    return address if OWN_PATH.match(address) else None


def _own_set(value):
    candidates = [candidate.split() for candidate in value.split(",")]
    if all(c and _own(c[0]) for c in candidates):
        return ", ".join(" ".join([_own(c[0]), *c[1:]]) for c in candidates)
    return None


RULES = {
    "class": _classes,
    "href": _link,
    "src": _own,
    "poster": _own,
    "srcset": _own_set,
    "alt": str,
    "controls": lambda value: "",
}
CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    attribute_filter=_attribute,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)
