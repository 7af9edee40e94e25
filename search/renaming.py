"""A kind, an office, a field, a tag or an author gets another name: the search table follows.

A hundred thousand papers may bear it, and whoever saves the name does not wait for them. A trigger
notes the change with it, whoever writes it; a job makes the rows again, some at a time. Until then
they are found by the old name, and shown with the new one, which no page reads from here.
"""

import time

from django.db import connection, transaction

from core import editions
from search.catalogue import SOURCES
from search.models import Renamed

BATCH = 200  # things of one transaction; whoever writes one of them waits for it
SECONDS = 40  # of one run, so that other jobs have their turn; the next one goes on

NEXT = "SELECT DISTINCT id FROM ({query}) AS bearing WHERE id > %s ORDER BY id LIMIT %s"
REFRESH = "SELECT search_refresh(%s, %s, %s, %s)"


def follow(seconds=SECONDS):
    """Go on until nothing waits or the time is over."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and follow_some():
        pass


@transaction.atomic
def follow_some():
    """The next things of the first name that waits; False where none does."""
    renamed = Renamed.objects.select_for_update(skip_locked=True).order_by("pk").first()
    if renamed is None:
        return False
    source = next(source for source in SOURCES if renamed.named in source.named)
    ids = bearing(source, renamed)
    with connection.cursor() as cursor:
        cursor.execute(REFRESH, [source.function, source.table, source.shelves, ids])
    if len(ids) < BATCH:
        renamed.delete()
        editions.mark()  # what proxies and browsers know is asked for anew
    else:
        renamed.done_to = ids[-1]
        renamed.save(update_fields=["done_to"])
    return True


def bearing(source, renamed):
    query = NEXT.format(query=source.named[renamed.named])
    with connection.cursor() as cursor:
        cursor.execute(query, [renamed.named_id, renamed.done_to, BATCH])
        return [pk for (pk,) in cursor]
