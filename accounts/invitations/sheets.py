"""Slips to hand out, each with one person's link: printed at once, for nothing but the digest of
a link is kept."""

import segno
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import mark_safe

from accounts.models import OneTimeLink
from core.pagecache import PRIVATE
from core.site import absolute

A_SHEET = 200  # people whose slips are printed at a time


class Slip:
    def __init__(self, link):
        self.link, self.person = link, link.person

    @property
    def picture(self):
        """The link for a telephone's camera; lines of our own making, nobody's input."""
        code = segno.make(self.link.url, error="m", micro=False)
        return mark_safe(code.svg_inline(scale=3, border=2, svgclass="accounts-slip__code"))  # noqa: S308


def sheet(request, people, context):
    """New links for these people, as a page that is never kept."""
    links = OneTimeLink.objects.make(people, by=request.user)
    slips = [Slip(link) for link in links]
    context = context | {"slips": slips, "door": absolute(reverse("accounts:code"))}
    response = TemplateResponse(request, "admin/accounts/sheet.html", context)
    response["Cache-Control"] = PRIVATE
    return response
