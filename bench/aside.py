"""What is put off while a table is filled: its indexes, and the triggers that queue work.

Statement triggers that keep a ledger or raise the edition stay: a batch costs them no more than
one row. A queue would hold every row of the load, for jobs that its last stage does at once.
"""

from django.db import connection

TABLES = [
    "news_article",
    "news_article_tags",
    "documents_document",
    "documents_document_fields",
]
QUEUES = "_(unread|search)_"  # in the names of their triggers

INDEXES = """
    INSERT INTO bench.aside
    SELECT index.indexrelid::regclass::text, pg_get_indexdef(index.indexrelid)
    FROM pg_index AS index
    LEFT JOIN pg_constraint AS rule ON rule.conindid = index.indexrelid
    WHERE index.indrelid = ANY(%s::regclass[]) AND rule.oid IS NULL
    ON CONFLICT DO NOTHING
    RETURNING name
"""
TRIGGERS = """
    SELECT tgrelid::regclass::text, tgname FROM pg_trigger
    WHERE tgrelid = ANY(%s::regclass[]) AND NOT tgisinternal AND tgname ~ %s
"""


def put_off():
    with connection.cursor() as cursor:
        cursor.execute(INDEXES, [TABLES])
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP INDEX {name}")
        switch(cursor, "DISABLE")


def bring_back():
    """Every index that is missing, one a transaction, and the triggers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT definition FROM bench.aside WHERE to_regclass(name) IS NULL")
        for (definition,) in cursor.fetchall():
            cursor.execute(definition)
        cursor.execute("DELETE FROM bench.aside")
        switch(cursor, "ENABLE")


def switch(cursor, word):
    cursor.execute(TRIGGERS, [TABLES, QUEUES])
    for table, name in cursor.fetchall():
        cursor.execute(f"ALTER TABLE {table} {word} TRIGGER {name}")
