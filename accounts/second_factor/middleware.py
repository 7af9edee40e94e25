"""After the grace period who must have a second factor gets no further than to where it is set."""

import time

from django.conf import settings
from django.shortcuts import redirect

DUE = "second_factor_due"  # in the session: seconds since 1970
OPEN = ("/tai-khoan/", "/_/")


class SecondFactorMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.SESSION_COOKIE_NAME in request.COOKIES and is_overdue(request):
            return redirect("accounts:set_up")
        return self.get_response(request)


def is_overdue(request):
    due = request.session.get(DUE)
    return due is not None and due < time.time() and not request.path_info.startswith(OPEN)
