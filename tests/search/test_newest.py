"""`search_newest` gives what reading every row would give, whichever way it goes."""

import random
from datetime import date, timedelta
from itertools import product

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db

# The share of the things that have each word, and since which day.
WORDS = {"moi": (1, 0), "hay": (0.4, 0), "it": (0.01, 0), "cu": (0.9, 9000), "nua": (0.5, 400)}
START = date(2026, 11, 20)
SHELVES = {1: 3000, 2: 900, 4: 3}

ROWS = """
INSERT INTO search_entry (shelf, object_id, bucket, day, words)
SELECT shelf, object_id, search_bucket(shelf, day), day, to_tsvector('simple', words)
FROM unnest(%s::smallint[], %s::bigint[], %s::date[], %s::text[])
    AS made (shelf, object_id, day, words)
"""
ASKED = "SELECT * FROM search_newest(%s, %s::tsquery, %s::tsquery, %s, %s, %s, %s)"
READ = """
SELECT object_id, day FROM (
    SELECT * FROM search_entry
    WHERE shelf = %s AND words @@ %s::tsquery
        AND day BETWEEN coalesce(%s::date, '-infinity') AND coalesce(%s::date, 'infinity')
    ORDER BY day DESC, object_id DESC LIMIT %s
) AS looked WHERE words @@ coalesce(%s::tsquery, 'moi'::tsquery)
ORDER BY day DESC, object_id DESC LIMIT %s
"""


@pytest.fixture
def made():
    """Things of thirty years on several shelves, in an order that is not that of their days."""
    chance = random.Random(11)  # noqa: S311 - the same things in every run
    shelves, ids, days, texts = [], [], [], []
    for shelf, number in SHELVES.items():
        for pk in range(1, number + 1):
            ago = chance.randrange(11_000)
            words = [w for w, (share, since) in WORDS.items() if has(chance, share, ago, since)]
            chance.shuffle(words)
            shelves.append(shelf)
            ids.append(pk)
            days.append(START - timedelta(days=ago))
            texts.append(" ".join(words))
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE search_entry")
        cursor.execute(ROWS, [shelves, ids, days, texts])


def has(chance, share, ago, since):
    return ago >= since and chance.random() < share


def rows(sql, arguments):
    with connection.cursor() as cursor:
        cursor.execute(sql, arguments)
        return cursor.fetchall()


ASKED_FOR = ["moi", "hay", "it", "cu", "nua & hay", "moi & !hay", "khong"]
DAYS = [(None, None), (date(2001, 2, 3), date(2013, 5, 6))]


def test_the_newest_are_those_that_reading_all_would_find(made):
    for shelf, words, wanted, days in product([1, 2, 4, 5], ASKED_FOR, [1, 40, 5000], DAYS):
        found = rows(ASKED, [shelf, words, None, *days, wanted, wanted])
        read = rows(READ, [shelf, words, *days, wanted, None, wanted])
        assert found == read, (shelf, words, wanted, days)


def test_a_phrase_is_sought_in_the_newest_that_have_its_words(made):
    for looked in (30, 300, 5000):
        phrase = "moi <-> hay"
        found = rows(ASKED, [1, "moi & hay", phrase, None, None, 20, looked])
        assert found == rows(READ, [1, "moi & hay", None, None, looked, phrase, 20])
        assert found
