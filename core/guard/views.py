"""The challenge, and the marks of pages that hold a form."""

from functools import wraps
from urllib.parse import urlsplit

from django.conf import settings
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from core.guard.proof import new_challenge
from core.pagecache import PRIVATE, public_page
from core.views import csrf_failure

METHODS = ["GET", "HEAD", "POST"]


def form_page(view):
    """Never kept anywhere: it holds tokens of one visitor. Shown by GET, sent by POST."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = PRIVATE
        return response

    return require_http_methods(METHODS)(wrapper)


def public_form(*parameters, keep=True):
    """Mark a view whose form, shown by GET, is a public page, the same for everybody: it holds no
    token, and a POST is taken where the browser says that it comes from a page of ours.

    The arguments are those of `public_page`.
    """

    def mark(view):
        @wraps(view)
        def wrapper(request, *args, **kwargs):
            if request.method != "POST":
                return view(request, *args, **kwargs)
            response = view(request, *args, **kwargs) if is_ours(request) else csrf_failure(request)
            response["Cache-Control"] = PRIVATE
            return response

        page = require_http_methods(METHODS)(csrf_exempt(wrapper))
        return public_page(*parameters, keep=keep, takes_posts=True)(page)

    return mark


def is_ours(request):
    """Whether a form was sent from a page of ours, by headers that no page can forge.

    Who says nothing is no browser of these years; that is taken, but not with a session.
    """
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    if told := request.headers.get("Origin") or request.headers.get("Referer"):
        return urlsplit(told).netloc == request.get_host()
    return settings.SESSION_COOKIE_NAME not in request.COOKIES


@never_cache
@require_safe
def challenge(request):
    """Asked for by static/js/guard/form.js when somebody begins to fill a form in."""
    return JsonResponse(new_challenge())
