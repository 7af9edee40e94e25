"""Notes that somebody is there."""

from django.conf import settings

BACKGROUND = "X-Background"  # sent by scripts that ask by themselves, with nobody there


class ActivityMiddleware:
    """Stands inside the session's own; never opens a session for visitors without its cookie."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.SESSION_COOKIE_NAME in request.COOKIES and is_activity(request):
            request.session.touch()
        response = self.get_response(request)
        if request.session.modified:
            request.session.remember_device(request.headers.get("User-Agent", ""))
        return response


def is_activity(request):
    """Fragments and beacons come from a page that is merely open."""
    return not request.path_info.startswith("/_/") and BACKGROUND not in request.headers
