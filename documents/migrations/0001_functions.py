from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql" / "functions.sql"
DROP = "DROP FUNCTION documents_dated(date, timestamptz), documents_symbol_key(text);"


class Migration(migrations.Migration):
    dependencies = [("core", "0003_search")]
    operations = [migrations.RunSQL(SQL.read_text(), DROP)]
