"""What the head of a page needs."""

import json

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

register = template.Library()

MEGABYTE = 1024 * 1024

# Inside <script> only these could end the element or start a comment.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.filter
def file_size(size):
    """842 KB, 1,4 MB: whole kilobytes, and one decimal from a megabyte on."""
    if size < MEGABYTE:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / MEGABYTE:.1f} MB".replace(".", ",")


@register.filter
def json_ld(data):
    """Structured data as a script element that is data, not code: the CSP leaves it alone."""
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308
