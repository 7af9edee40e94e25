"""Standing pages are found on the search page."""

from pathlib import Path

from django.db import migrations

from search.catalogue import PAGES

SQL = Path(__file__).parent.parent / "sql" / "searchable.sql"


class Migration(migrations.Migration):
    dependencies = [("pages", "0007_face_roles"), ("search", "0001_entries")]
    operations = [
        migrations.RunSQL(SQL.read_text(), "DROP FUNCTION pages_searchable(bigint[])"),
        PAGES.follows_itself("title", "lead", "body", "status", "published_at"),
    ]
