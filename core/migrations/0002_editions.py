from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql" / "editions.sql"

DROP = """
DROP FUNCTION core_mark_edition(), core_fold_editions(), core_edition();
DROP TABLE core_moment, core_edition_mark, core_edition_base;
DROP FUNCTION core_refuse_truncate();
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0001_vietnamese")]
    operations = [migrations.RunSQL(SQL.read_text(), DROP)]
