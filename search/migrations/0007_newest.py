"""The search plans its queries by itself on a connection whose pages are planned once."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql" / "newest.sql"


class Migration(migrations.Migration):
    dependencies = [("search", "0006_renamed")]
    operations = [migrations.RunSQL(SQL.read_text(), migrations.RunSQL.noop)]
