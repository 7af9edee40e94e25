from pathlib import Path

from django.contrib.postgres.operations import (
    BtreeGinExtension,
    TrigramExtension,
    UnaccentExtension,
)
from django.db import migrations

from search.filling import INDEX

FOLDER = Path(__file__).parent.parent / "sql"
SQL = "\n".join((FOLDER / name).read_text() for name in ("entries.sql", "newest.sql"))
DROP = """
DROP FUNCTION search_newest(integer, tsquery, tsquery, date, date, integer, integer),
    search_forget(), search_follow(), search_refresh(text, text, smallint[], bigint[]),
    search_words(text, text, text, text, text[]), search_vector(text, text, text, text, text[]),
    search_plain(text), search_clean(text);
DROP TABLE search_entry;
DROP FUNCTION search_bucket(integer, date);
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0005_autosave")]
    operations = [
        BtreeGinExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        migrations.RunSQL(SQL, DROP),
        migrations.RunSQL(INDEX, "DROP INDEX search_entry_words"),
    ]
