"""What the portal says when there is nothing to show, and whether it is alive."""

import sys

from django.db import InterfaceError, OperationalError, connection
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


def gone(request, note=""):
    """410, with the public note that the withdrawal left."""
    return render(request, "410.html", {"note": note}, status=410)


def bad_request(request, exception):
    return render(request, "400.html", status=400)


def refused(request, exception):
    return render(request, "403.html", status=403)


def csrf_failure(request, reason=""):
    return render(request, "403_csrf.html", status=403)


def failed(request):
    """500; or 503 while the database restarts, so that a proxy and a person try again."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        page = render_to_string("503.html")
        return HttpResponse(page, status=503, headers={"Retry-After": "5"})
    return HttpResponse(render_to_string("500.html"), status=500)


@never_cache
@require_safe
def alive(request):
    return HttpResponse("ok", content_type="text/plain")


@never_cache
@require_safe
def ready(request):
    """Whether the portal can serve: the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")
