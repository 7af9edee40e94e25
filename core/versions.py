"""The number of a row's changes, raised by the database however the row was written.

A form remembers the number that it was opened with, so that a save on top of a newer one is
refused. Counters (views, downloads) do not count.
"""

from django.db import migrations

FUNCTION = """
CREATE FUNCTION core_raise_version() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
    NEW.version := OLD.version + 1;
    RETURN NEW;
END $$;
"""
DROP_FUNCTION = "DROP FUNCTION core_raise_version()"


def version_trigger(table: str, *counters: str):
    """The migration operation that numbers the changes of `table`, those of counters apart."""
    same = " AND ".join(f"OLD.{name} = NEW.{name}" for name in counters) or "true"
    more = "(OLD.title, OLD.status, OLD.updated_at) <> (NEW.title, NEW.status, NEW.updated_at)"
    create = (
        f"CREATE TRIGGER {table}_version BEFORE UPDATE ON {table} FOR EACH ROW "
        f"WHEN (({same}) OR {more}) EXECUTE FUNCTION core_raise_version();"
    )
    return migrations.RunSQL(create, f"DROP TRIGGER {table}_version ON {table};")
