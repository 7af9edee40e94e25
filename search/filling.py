"""Fills the search table for a whole portal at once: after a load by COPY with the triggers off,
or after a change of the functions that make its words.

Triggers do the same thing for each write (search/following.py), at ten times the effort.
"""

from concurrent.futures import ThreadPoolExecutor

from django.db import connection

INDEX = """
CREATE INDEX IF NOT EXISTS search_entry_words ON search_entry USING gin (bucket, words)
WITH (fastupdate = off)
"""
SOURCES = {"news_article": "news_searchable", "documents_document": "documents_searchable"}
BATCH = 2000  # things of one transaction
WORKERS = 2

RANGE = "SELECT coalesce(min(id), 0), coalesce(max(id), -1) FROM {table}"
MISSING = """
SET LOCAL synchronous_commit = off;
INSERT INTO search_entry
SELECT shelf, object_id, search_bucket(shelf, day), day,
    search_words(title, lead, body, files, marks)
FROM {source}(ARRAY(SELECT id FROM {table} WHERE id BETWEEN {start} AND {end}))
ON CONFLICT DO NOTHING
"""


def fill(*, anew=False, workers=WORKERS):
    """Every row that is missing, then the index; cut short, it goes on where it was. `anew`:
    what is there is made again."""
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX IF EXISTS search_entry_words")
        if anew:
            cursor.execute("TRUNCATE search_entry")
        statements = [
            MISSING.format(table=table, source=source, start=start, end=start + BATCH - 1)
            for table, source in SOURCES.items()
            for start in _starts(cursor, table)
        ]
    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(_run, statements))
    with connection.cursor() as cursor:
        cursor.execute("SET maintenance_work_mem = '512MB'")
        cursor.execute(INDEX)
        cursor.execute("RESET maintenance_work_mem")
        cursor.execute("ANALYZE search_entry")


def _starts(cursor, table):
    cursor.execute(RANGE.format(table=table))
    first, last = cursor.fetchone()
    return range(first, last + 1, BATCH)


def _run(statement):
    """In a thread of its own, whose connection nobody else would close."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement)
    finally:
        connection.close()
