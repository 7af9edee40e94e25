"""Noting addresses that answered 404, cheaply and within bounds."""

import threading
from time import monotonic
from urllib.parse import urlsplit

from django.db import connection
from django.utils.encoding import escape_uri_path

from exchange.models.missing import LONGEST, MissedAddress, MissedHit
from exchange.paths import spelled

A_MINUTE = 120  # hits a process writes down; a scanner that asks for more fills no table
ADDRESSES = 2_000  # kept, those that were asked for most often
REFERRERS = 10  # kept of each

ADD_UP = """
WITH hit AS (DELETE FROM exchange_missedhit RETURNING path, referrer, at),
address AS (
    INSERT INTO exchange_missedaddress AS known (path, count, first_at, last_at)
    SELECT path, count(*), min(at), max(at) FROM hit GROUP BY path
    ON CONFLICT (path) DO UPDATE SET count = known.count + EXCLUDED.count,
        last_at = greatest(known.last_at, EXCLUDED.last_at)
    RETURNING id, path
)
INSERT INTO exchange_missedreferrer AS known (address_id, referrer, count)
SELECT address.id, hit.referrer, count(*) FROM hit JOIN address USING (path)
WHERE hit.referrer <> '' GROUP BY address.id, hit.referrer
ON CONFLICT (address_id, referrer) DO UPDATE SET count = known.count + EXCLUDED.count
"""
TRIM = """
DELETE FROM exchange_missedreferrer WHERE id IN (
    SELECT id FROM (
        SELECT id, row_number() OVER (PARTITION BY address_id ORDER BY count DESC, id) AS place
        FROM exchange_missedreferrer
    ) AS ranked WHERE place > %s
)
"""


class Budget:
    """So many a minute; one a process."""

    def __init__(self, a_minute):
        self.a_minute = a_minute
        self.lock = threading.Lock()
        self.minute, self.spent = 0, 0

    def allows(self):
        with self.lock:
            minute = monotonic() // 60
            if minute != self.minute:
                self.minute, self.spent = minute, 0
            self.spent += 1
            return self.spent <= self.a_minute


budget = Budget(A_MINUTE)


def note(request):
    """Write down an address of the public site that is not there.

    Addresses below views that are not public may hold one-time codes, and those with an “@” an
    e-mail address: they are left out.
    """
    match = request.resolver_match
    if request.method != "GET" or (match and not hasattr(match.func, "public_page")):
        return
    path = spelled(escape_uri_path(request.path), request.META.get("QUERY_STRING", ""))
    if len(path) > LONGEST or "@" in path or "%40" in path or not budget.allows():
        return
    MissedHit.objects.create(path=path, referrer=came_from(request))


def came_from(request):
    """Host and path of the page that led here, without its query; "" where it is not told."""
    try:
        parts = urlsplit(request.headers.get("Referer", ""))
        host = parts.hostname or ""
    except ValueError:
        return ""
    found = f"{host}{escape_uri_path(parts.path)}" if host else ""
    return "" if "@" in found or "\0" in found else found[:LONGEST]


def add_up():
    """Add the hits to the addresses, and keep no more than is useful."""
    with connection.cursor() as cursor:
        cursor.execute(ADD_UP)
        cursor.execute(TRIM, [REFERRERS])
    ranked = MissedAddress.objects.order_by("-count", "-last_at")
    MissedAddress.objects.filter(pk__in=ranked.values("pk")[ADDRESSES:]).delete()
