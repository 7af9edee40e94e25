"""A picture as texts hold it: the one place that writes its markup."""

from django.utils.html import format_html
from django.utils.safestring import mark_safe

SIZES = "(min-width: 48em) 704px, 92vw"


def image(picture, alt="", placed=""):
    """The element; `placed` is a class that core.sanitise lets through, or none."""
    kept = format_html(' class="{}"', placed) if placed else mark_safe("")
    return format_html(
        '<img src="{}" srcset="{}" sizes="{}" alt="{}" width="{}" height="{}" loading="lazy"{}>',
        picture.src,
        picture.srcset,
        SIZES,
        alt,
        picture.width,
        picture.height,
        kept,
    )


def figure(picture):
    """The picture with its words, as it is put into a text from the library."""
    words = caption_of(picture)
    caption = format_html("<figcaption>{}</figcaption>", words) if words else mark_safe("")
    return format_html("<figure>{}{}</figure>", image(picture, picture.alt), caption)


def caption_of(picture):
    """Its caption and, unless the caption names them, who took it."""
    caption, credit = picture.caption, picture.credit
    if not credit or credit in caption:
        return caption
    ended = caption if not caption or caption.endswith((".", "!", "?", "…")) else f"{caption}."
    return f"{ended} Ảnh: {credit}".strip()
