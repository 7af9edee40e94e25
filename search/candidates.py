"""Which things have the words: a bounded number of the newest, found by the index alone.

A frequent word stands in half of all texts, and ranking reads each vector: of a million articles
that takes seven seconds. So a search takes the newest MOST that have the words, and before them
those that have all of them in the title, however old they are. What a visitor may see of them the
public door says afterwards.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db import connection
from django.db.models.expressions import RawSQL

MOST = 1000  # things of one shelf that are looked at; beyond it stands “hơn 1.000”
IN_TITLE = 100  # of them for the words in their titles
LOOKED = 1000  # texts that are read for a phrase, the newest that have its words
LOOKED_TITLED = 120  # … in their titles

NEWEST = """
FROM unnest(%s::integer[]) AS shelf,
LATERAL search_newest(shelf, %s::tsquery, %s::tsquery, %s, %s, %s, %s) AS found
"""
OF_A_TIER = f"SELECT %s, shelf, found.object_id, found.day {NEWEST}"
NUMBERS = f"SELECT found.object_id {NEWEST}"
HAVING = """
SELECT shelf, object_id FROM unnest(%s::smallint[], %s::bigint[]) AS wanted (shelf, object_id)
JOIN search_entry USING (shelf, object_id) WHERE words @@ %s::tsquery
"""
TITLED, TONED, PLAIN, NEARLY = "titled", "toned", "plain", "nearly"


class Key(NamedTuple):
    shelf: int
    pk: int


@dataclass(slots=True)
class Candidate:
    key: Key
    day: date
    in_title: bool = False
    has_accents: bool = False  # as they were typed


@dataclass(frozen=True)
class Bounds:
    """Where to look: days, both included, and marks (see Query.loose)."""

    since: date | None = None
    until: date | None = None
    marks: tuple = ()


EVERYWHERE = Bounds()


def candidates(query, shelves, bounds):
    """{Key: Candidate} of what has all the words of a Query, by the numbers of the shelves."""
    marks, strict = bounds.marks, query.strict()
    titled = (TITLED, query.titled(marks), IN_TITLE)
    toned = (TONED, query.toned(marks), MOST + 1)
    plain = (PLAIN, query.loose(marks), MOST + 1)
    if strict or not query.has_accents:
        found = collected({}, _rows([titled, plain], strict, shelves, bounds))
        if query.has_accents:  # texts are read once for a phrase, with accents or without
            for key in _having(query.toned(), found):
                found[key].has_accents = True
        return found
    found = collected({}, _rows([titled, toned], None, shelves, bounds))
    number = Counter(key.shelf for key in found)
    few = [shelf for shelf in shelves if number[shelf] <= MOST]
    return collected(found, _rows([plain], None, few, bounds)) if few else found


def nearly(query, shelves, bounds):
    """The same of what lacks one of the words."""
    wanted = query.without_one(bounds.marks)
    return collected({}, _rows([(NEARLY, wanted, MOST)], None, shelves, bounds)) if wanted else {}


def beginning(query, shelves, wanted, bounds):
    """{number: day} of the newest in whose titles the words stand, the last of which may go on."""
    found = _rows([(TITLED, query.begun(bounds.marks), wanted)], None, shelves, bounds)
    return {pk: day for _, _, pk, day in found}


def newest(query, shelves, bounds):
    """The numbers of the newest of some shelves, as a part of another query: for lists of one
    kind of thing with filters of their own. More than such a list shows or counts."""
    if not query:
        return RawSQL("SELECT NULL::bigint WHERE false", [])
    wanted = 6 * MOST
    days = (bounds.since, bounds.until)
    words = (query.loose(bounds.marks), query.strict())
    return RawSQL(NUMBERS, [list(shelves), *words, *days, wanted, wanted])  # noqa: S611


def collected(found, rows):
    for tier, shelf, pk, day in rows:
        key = Key(shelf, pk)
        candidate = found.get(key) or found.setdefault(key, Candidate(key, day))
        candidate.in_title |= tier == TITLED
        candidate.has_accents |= tier == TONED
    return found


def _having(words, keys):
    """Those keys whose things have the words."""
    with connection.cursor() as cursor:
        cursor.execute(HAVING, [[key.shelf for key in keys], [key.pk for key in keys], words])
        return [Key(*row) for row in cursor.fetchall()]


def _rows(tiers, strict, shelves, bounds):
    parts, arguments = [], []
    for tier, words, wanted in tiers:
        looked = (LOOKED_TITLED if tier == TITLED else LOOKED) if strict else wanted
        parts.append(OF_A_TIER)
        arguments += [
            tier,
            list(shelves),
            words,
            strict,
            bounds.since,
            bounds.until,
            wanted,
            looked,
        ]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), arguments)
        return cursor.fetchall()
