"""A search goes back month by month, each one key of the index, and finds the rest at once."""

from pathlib import Path

from django.db import migrations

from search.filling import OTHERS

SQL = Path(__file__).parent.parent / "sql" / "newest.sql"


class Migration(migrations.Migration):
    dependencies = [("search", "0006_renamed")]
    operations = [
        migrations.RunSQL(SQL.read_text(), migrations.RunSQL.noop),
        migrations.RunSQL(OTHERS, "DROP INDEX IF EXISTS search_entry_other_words"),
    ]
