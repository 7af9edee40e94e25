"""The site's edition: a token that changes with every committed change of public content.

Triggers on the content tables leave one mark a transaction; the edition is a base plus the
number of committed marks, so it rises with the commit, never before it and never for a
transaction that is rolled back, and two writers never wait for each other. A job folds the
marks into the base (`core_fold_editions`). The token also carries the last moment passed at
which something became or ceased to be public without a write: a scheduled publication, an expiry.
"""

from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, connection, connections, migrations
from psycopg.pq import ExecStatus

EVENTS = {
    "insert": "NEW TABLE AS new_rows",
    "update": "OLD TABLE AS old_rows NEW TABLE AS new_rows",
    "delete": "OLD TABLE AS old_rows",
}


STATEMENT = b"core_edition"
READ = b"SELECT to_hex($1::bigint # home) || '.' || number || '.' || moment FROM core_edition_now"
SERVERS = WeakKeyDictionary()  # which PostgreSQL a connection leads to; READ is prepared on it


def current() -> str:
    """The edition now. Read it before any content that is to be kept under it.

    Every public request asks, mostly for nothing else, so it asks libpq: a sixth of what a cursor
    costs. The answer also tells that the connection lives. In a transaction, where queries are
    logged and where anything is amiss Django asks.
    """
    database = connections[DEFAULT_DB_ALIAS]  # found once: `connection` looks at each attribute
    driver = database.connection
    server = driver and SERVERS.get(driver)
    if server and not database.in_atomic_block and not database.queries_logged:
        result = driver.pgconn.exec_prepared(STATEMENT, [server])
        if result.status == ExecStatus.TUPLES_OK:
            database.health_check_done = True
            return result.get_value(0, 0).decode()
        del SERVERS[driver]
    return read_and_prepare()


def read_and_prepare() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT system_identifier::text, core_edition() FROM pg_control_system()")
        server, edition = cursor.fetchone()
    driver = connection.connection
    if driver not in SERVERS and not connection.in_atomic_block:
        driver.pgconn.prepare(STATEMENT, READ)
        SERVERS[driver] = server.encode()
    return edition


def fold() -> None:
    """Fold the committed marks into the base and forget moments that a later one has passed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT core_fold_editions()")


def mark() -> None:
    """Raise the edition with this transaction, for a change that no trigger sees."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO core_edition_mark VALUES (pg_current_xact_id(), transaction_timestamp())"
            " ON CONFLICT DO NOTHING"
        )


def edition_triggers(
    table: str,
    public: str = "true",
    moments: tuple[str, ...] = (),
    counters: tuple[str, ...] = (),
):
    """The migration operation that makes changes of `table` raise the edition.

    `public`: an SQL condition over a row `r`, true where the row is on a public page or will be
    at a moment; `moments`: expressions over `r` of the times (timestamptz) at which that changes;
    `counters`: columns whose changes alone raise nothing.
    """
    words = (public, ", ".join(moments), " ".join(counters))
    arguments = ", ".join(map(quoted, words))
    create = [
        f"CREATE TRIGGER {table}_edition_{event} AFTER {event} ON {table} REFERENCING {rows} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION core_mark_edition({arguments});"
        for event, rows in EVENTS.items()
    ]
    create.append(
        f"CREATE TRIGGER {table}_edition_truncate AFTER TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION core_mark_edition({arguments});"
    )
    drop = [f"DROP TRIGGER {table}_edition_{event} ON {table};" for event in [*EVENTS, "truncate"]]
    return migrations.RunSQL("\n".join(create), "\n".join(drop))


def instead_of(before, now):
    """The migration operation that puts the triggers of one `edition_triggers` in the place of
    those of another."""
    return migrations.RunSQL(f"{before.reverse_sql}\n{now.sql}", f"{now.reverse_sql}\n{before.sql}")


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
