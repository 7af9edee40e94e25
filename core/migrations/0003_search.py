from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql" / "search.sql"


class Migration(migrations.Migration):
    dependencies = [("core", "0002_editions")]
    operations = [
        migrations.RunSQL(SQL.read_text(), "DROP FUNCTION core_search_vector(text, text, text)")
    ]
