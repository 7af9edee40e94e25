"""The picture that an authenticator app reads."""

from urllib.parse import quote, urlencode

import segno
from django.utils.safestring import mark_safe


def address(secret, name, issuer):
    """An otpauth: address as the apps read it; a colon parts issuer and name."""
    issuer = issuer.replace(":", " ").strip()
    query = urlencode({"secret": secret, "issuer": issuer}, quote_via=quote)
    return f"otpauth://totp/{quote(f'{issuer}:{name}', safe='')}?{query}"


def picture(text):
    """SVG by our own hand: nothing of the secret leaves the page, nothing in it is styled."""
    code = segno.make(text, error="l", micro=False)
    svg = code.svg_inline(
        dark="#000", light="#fff", border=4, omitsize=True, svgclass="set-up__svg", lineclass=None
    )
    return mark_safe(svg)  # noqa: S308 - drawn from black and white squares
