"""The stylesheet of a board's own colours."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from pages.colours import Colours

FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def colours(request, key):
    """The address says the colours, so it asks no database and never changes."""
    chosen = Colours.named(key)
    if chosen.faults():
        raise Http404
    response = HttpResponse(chosen.stylesheet(), content_type="text/css; charset=utf-8")
    response["Cache-Control"] = FOR_EVER
    return response
