"""The beacon that a page sends when it is looked at, and the figures of this moment."""

import uuid
from base64 import b64decode

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST, require_safe

from core.pagecache import PRIVATE
from stats import live, places
from stats.models import Hit, VisitSummary
from stats.origins import origin_of
from stats.robots import is_ahead, is_robot
from stats.storing import Row, store_if_visible
from stats.visitors import visitor_of

NEVER_KEPT = {"Cache-Control": PRIVATE}  # never_cache takes a tenth of a beacon's time
GIF = b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")  # 1×1, transparent


@csrf_exempt  # it changes nothing but a counter, and its page holds no token
@require_POST
def seen(request):
    """`noi=<thing>-<id>`, or empty: somebody looks at a public page. 204 once that is stored.

    `ma`: a random key of this look, by which a beacon that is sent again is known;
    `tu`: the host from which the visitor came to the page.
    """
    return counted(request, request.POST, HttpResponse(status=204, headers=NEVER_KEPT))


@require_GET
def picture(request):
    """The same where no script runs."""
    return counted(request, request.GET, HttpResponse(GIF, "image/gif", headers=NEVER_KEPT))


@never_cache
@require_safe
def figures(request):
    """The figures of this moment, to be put into the page."""
    shown = live.memo.now().plus(VisitSummary.load().starting_total)
    return render(request, "components/visit_figures.html", {"figures": shown})


def counted(request, told, answer):
    """`answer` once the look is stored; 503 where the database is away, so that it comes again."""
    try:
        row = row_of(request, told)
        user = request.user if settings.SESSION_COOKIE_NAME in request.COOKIES else None
        if counts(request, user):
            store_if_visible(row, user)
    except ValueError:
        return HttpResponseBadRequest()
    except (OperationalError, InterfaceError):
        return HttpResponse(status=503, headers={"Retry-After": "5"})
    return answer


def row_of(request, told):
    """Raises ValueError for what no page of ours sends."""
    place = places.parsed(told.get("noi", ""))
    key = uuid.UUID(told["ma"]) if told.get("ma") else None
    source, name = origin_of(request, told["tu"]) if "tu" in told else ("", "")
    return Row(Hit.What.VIEW, place, visitor_of(request), source, name, key)


def counts(request, user):
    """Whether a person looks at a page of ours: no program, no editor, no other site."""
    elsewhere = request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin"
    works_here = user is not None and user.is_staff
    return not (elsewhere or works_here or is_robot(request) or is_ahead(request))
