"""Rare words are found at once among a million articles."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql" / "newest.sql"


class Migration(migrations.Migration):
    dependencies = [("search", "0003_grant")]
    operations = [migrations.RunSQL(SQL.read_text(), migrations.RunSQL.noop)]
