from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql" / "symbol_number.sql"


class Migration(migrations.Migration):
    dependencies = [("documents", "0011_citations")]
    operations = [
        migrations.RunSQL(SQL.read_text(), "DROP FUNCTION documents_symbol_number(text);")
    ]
