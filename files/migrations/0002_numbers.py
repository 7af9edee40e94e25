from pathlib import Path

from django.db import migrations

NUMBER = Path(__file__).parent.parent / "sql" / "attachment_number.sql"


class Migration(migrations.Migration):
    dependencies = [("files", "0001_initial")]
    operations = [
        migrations.RunSQL(NUMBER.read_text(), "DROP FUNCTION files_number_attachment();"),
    ]
