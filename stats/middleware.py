"""Beacons, which need none of what other requests need, and the visits of search engines."""

from http import HTTPStatus

from django.conf import settings

from core.pagecache import policy_of
from stats import views
from stats.robots import engine_of
from stats.storing import Row, store
from stats.visitors import visitor_of

BEACONS = {"/_/xem/": views.seen, "/_/xem.gif": views.picture}


class BeaconMiddleware:
    """Answers the beacons of those who are not signed in, above session, messages and the rest.

    One comes with each look at a page; this halves what it costs. The addresses stand in
    stats/urls.py too, for people with a session.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        view = BEACONS.get(request.path_info)
        if view is None or settings.SESSION_COOKIE_NAME in request.COOKIES:
            return self.get_response(request)
        return view(request)


class SearchEngineMiddleware:
    """Search engines run no script, so each page that they fetch counts. Stands above the page
    cache, whose copies it counts too."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        name = engine_of(request)
        if name and is_page(response) and policy_of(request):
            store(Row("robot", visitor=visitor_of(request), source="robot", name=name))
        return response


def is_page(response):
    """Whether somebody was given a page, or told that theirs is still the present one."""
    if response.status_code == HTTPStatus.NOT_MODIFIED:
        return True
    html = response.get("Content-Type", "").startswith("text/html")
    return html and response.status_code == HTTPStatus.OK
