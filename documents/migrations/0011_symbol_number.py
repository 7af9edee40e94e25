from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql" / "symbol_number.sql"


class Migration(migrations.Migration):
    dependencies = [("documents", "0010_numbers_of_files")]
    operations = [
        migrations.RunSQL(SQL.read_text(), "DROP FUNCTION documents_symbol_number(text);")
    ]
