"""Questions with their answers and consultations are found on the search page."""

from pathlib import Path

from django.db import migrations

from search.catalogue import CONSULTATIONS, QUESTIONS

SQL = Path(__file__).parent.parent / "sql" / "searchable.sql"
DROP = "DROP FUNCTION questions_searchable(bigint[]), consultations_searchable(bigint[])"


class Migration(migrations.Migration):
    dependencies = [("feedback", "0002_roles"), ("search", "0001_entries")]
    operations = [
        migrations.RunSQL(SQL.read_text(), DROP),
        QUESTIONS.follows_itself(
            "title", "text", "answer", "answered_by", "subject_id", "status", "published_at"
        ),
        CONSULTATIONS.follows_itself(
            "title", "drafted_by", "lead", "body", "outcome", "status", "published_at"
        ),
    ]
