"""Fills the search table for a whole portal at once: where search comes to a portal that was
there before it, after a load by COPY with the triggers off, or after a change of the functions
that make its words.

Triggers do the same thing for each write (search/following.py), at ten times the effort.
"""

from concurrent.futures import ThreadPoolExecutor

from django.db import connection, transaction

from search.catalogue import SOURCES

INDEX = """
CREATE INDEX IF NOT EXISTS search_entry_words ON search_entry USING gin (bucket, words)
WITH (fastupdate = off)
"""
# Of what is no article. The planner takes it only for a query that says just that.
OTHERS = """
CREATE INDEX IF NOT EXISTS search_entry_other_words ON search_entry USING gin (words)
WITH (fastupdate = off) WHERE shelf + 0 > 1
"""
BATCH = 500  # things of one transaction, a second's work: whoever writes one of them waits for it
WORKERS = 2

RANGE = "SELECT coalesce(min(id), 0), coalesce(max(id), -1) FROM {table}"
# Locked, so that what somebody is just writing is read as it will be.
MISSING = """
SELECT array_agg(id) FROM (
    SELECT id FROM {table} WHERE id BETWEEN %s AND %s AND NOT EXISTS (
        SELECT FROM search_entry WHERE shelf = ANY(%s) AND object_id = {table}.id
    ) ORDER BY id FOR NO KEY UPDATE
) AS missing
"""
FILL = """
INSERT INTO search_entry
SELECT shelf, object_id, search_bucket(shelf, day), day,
    search_words(title, lead, body, files, marks)
FROM {function}(%s)
ON CONFLICT DO NOTHING
"""


def fill(*, anew=False, workers=WORKERS):
    """Every row that is missing; cut short, it goes on where it was. `anew`: what is there is made
    again. An empty table has its index made last, which takes a tenth of the time."""
    with connection.cursor() as cursor:
        if anew:
            cursor.execute("TRUNCATE search_entry")
        cursor.execute("SELECT EXISTS (SELECT FROM search_entry)")
        if not cursor.fetchone()[0]:
            cursor.execute("DROP INDEX IF EXISTS search_entry_words, search_entry_other_words")
        batches = [(source, start) for source in SOURCES for start in _starts(cursor, source.table)]
    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(_run, batches))
    with connection.cursor() as cursor:
        cursor.execute("SET maintenance_work_mem = '512MB'")
        cursor.execute(INDEX)
        cursor.execute(OTHERS)
        cursor.execute("RESET maintenance_work_mem")
        cursor.execute("ANALYZE search_entry")


def _starts(cursor, table):
    cursor.execute(RANGE.format(table=table))
    first, last = cursor.fetchone()
    return range(first, last + 1, BATCH)


def fill_batch(source, start):
    """What is missing of the things whose ids begin here."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = off")
        missing = MISSING.format(table=source.table)
        cursor.execute(missing, [start, start + BATCH - 1, list(source.numbers)])
        if ids := cursor.fetchone()[0]:
            cursor.execute(FILL.format(function=source.function), [ids])


def _run(batch):
    """In a thread of its own, whose connection nobody else would close."""
    try:
        fill_batch(*batch)
    finally:
        connection.close()
