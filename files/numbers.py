"""The number of an attachment, given by the database (sql/attachment_number.sql)."""

from django.db import migrations


def number_trigger(table: str, owner: str, column: str):
    """The migration operation that numbers the attachments in `table`: `owner` is the table of
    what they are attached to, `column` the one that leads there."""
    create = (
        f"CREATE TRIGGER {table}_number BEFORE INSERT ON {table} FOR EACH ROW "
        f"WHEN (NEW.number = 0) EXECUTE FUNCTION files_number_attachment('{owner}', '{column}');"
    )
    return migrations.RunSQL(create, f"DROP TRIGGER {table}_number ON {table};")
