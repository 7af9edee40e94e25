"""The challenge, and the mark of a page that holds a form."""

from functools import wraps

from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.guard.proof import new_challenge
from core.pagecache import PRIVATE


def form_page(view):
    """Never kept anywhere: it holds tokens of one visitor. Shown by GET, sent by POST."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = PRIVATE
        return response

    return require_http_methods(["GET", "HEAD", "POST"])(wrapper)


@never_cache
@require_safe
def challenge(request):
    """Asked for by static/js/guard/form.js when somebody begins to fill a form in."""
    return JsonResponse(new_challenge())
