"""The editors' list of searches that found nothing: the words alone, and only where they can be
about nobody."""

import re
from datetime import timedelta

from django.db import connection
from django.utils import timezone

from search.models import MissedSearch
from search.query import Query

LONGEST = 100
KEPT = 1000  # the most frequent ones
DAYS = 90
NUMBERS = re.compile(r"(?:\d[\s.-]*){7,}")  # a telephone, an identity card, an account

NOTE = """
INSERT INTO search_missedsearch (words, number, last_on) VALUES (%s, 1, %s)
ON CONFLICT (words)
    DO UPDATE SET number = search_missedsearch.number + 1, last_on = excluded.last_on
"""


def note(query: Query):
    """Remember a search without result, unless it may name a person by a number or an address."""
    words = " ".join(query.words)
    if is_about_a_person(query.text) or not words or len(words) > LONGEST:
        return
    with connection.cursor() as cursor:
        cursor.execute(NOTE, [words, timezone.localdate()])


def is_about_a_person(text):
    return "@" in text or bool(NUMBERS.search(text))


def prune():
    """Forget what is old, and the rarest of what is too much."""
    MissedSearch.objects.filter(last_on__lt=timezone.localdate() - timedelta(days=DAYS)).delete()
    rest = MissedSearch.objects.values("pk")[KEPT:]
    MissedSearch.objects.filter(pk__in=list(rest.values_list("pk", flat=True))).delete()
