from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql"
FUNCTION = (SQL / "editions.sql").read_text().partition("CREATE FUNCTION core_edition()")[2]
BACK = f"CREATE OR REPLACE FUNCTION core_edition(){FUNCTION.partition('END;')[0]}END;"


class Migration(migrations.Migration):
    dependencies = [("core", "0005_autosave")]
    operations = [
        migrations.RunSQL(
            (SQL / "edition_now.sql").read_text(), f"{BACK}\nDROP VIEW core_edition_now;"
        )
    ]
