from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql" / "vietnamese.sql"

DROP = """
DROP FUNCTION core_repair(text), core_tone_key(text), core_plain_key(text), core_sort_key(text);
DROP FUNCTION core_folded(text);
"""


class Migration(migrations.Migration):
    operations = [migrations.RunSQL(SQL.read_text(), DROP)]
