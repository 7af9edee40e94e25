"""How wrong guesses are slowed down.

django-axes locks the pair of user name and address for a while, so neither an office that shares
an address nor the owner elsewhere is locked out. Across addresses a name is only slowed down: a
stranger who guesses at it from many places must not keep its owner out.
"""

import time
import unicodedata
from threading import BoundedSemaphore

from axes.backends import AxesStandaloneBackend
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Sum
from django.utils import timezone

FREE = 5  # wrong guesses at a name, wherever from, before it is slowed down
STEP, LONGEST = 0.25, 2.0  # seconds, for each further one and at most
# Who waits holds a thread of the web server. Where all seats are taken one goes on at once, so
# that a flood of guesses makes nobody else wait; the pair stays limited all the same.
seats = BoundedSemaphore(2)


class ThrottledBackend(AxesStandaloneBackend):
    """Without a request (a command, a test) there is no address to hold to account."""

    def authenticate(self, request, username=None, password=None, **kwargs):
        if request is not None:
            super().authenticate(request, username, password, **kwargs)


def folded(name):
    """Spellings of a name that a person would call the same."""
    return unicodedata.normalize("NFKC", name).casefold().strip()[:150]


def username_of(request, credentials):
    """What django-axes counts under."""
    return folded((credentials or {}).get("username") or "")


def delay(name):
    """Seconds to wait before this name's password is looked at; known or not makes no odds."""
    recent = AccessAttempt.objects.filter(
        username=folded(name), attempt_time__gt=timezone.now() - settings.AXES_COOLOFF_TIME
    )
    failures = recent.aggregate(total=Sum("failures_since_start"))["total"] or 0
    return min(LONGEST, max(0, failures - FREE) * STEP)


def wait(name):
    seconds = delay(name)
    if seconds and seats.acquire(blocking=False):
        try:
            time.sleep(seconds)
        finally:
            seats.release()


def too_many(request, response, credentials):
    """The form's own page, which says so, under the right status."""
    response.status_code = 429
    return response
