from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql" / "text.sql"


class Migration(migrations.Migration):
    dependencies = [("files", "0002_numbers")]
    operations = [migrations.RunSQL(SQL.read_text(), "DROP FUNCTION files_text(bigint[])")]
