from pathlib import Path

from django.db import migrations

from core.editions import edition_triggers

NUMBER = Path(__file__).parent.parent / "sql" / "attachment_number.sql"
DROP_NUMBER = """
DROP TRIGGER documents_attachment_number ON documents_attachment;
DROP FUNCTION documents_number_attachment();
"""

PUBLIC = "status = 'published' AND audience = 'public'"


def of_public_document(link):
    return (
        "EXISTS (SELECT FROM documents_document AS d LEFT JOIN documents_document_fields AS f "
        f"ON f.document_id = d.id WHERE {link} = r.id "
        "AND d.status = 'published' AND d.audience = 'public')"
    )


PART_OF_PUBLIC_DOCUMENT = (
    "EXISTS (SELECT FROM documents_document AS d WHERE d.id = r.document_id "
    "AND d.status = 'published' AND d.audience = 'public')"
)


class Migration(migrations.Migration):
    dependencies = [("documents", "0002_initial")]
    operations = [
        migrations.RunSQL(NUMBER.read_text(), DROP_NUMBER),
        edition_triggers(
            "documents_document",
            PUBLIC,
            moments=("r.published_at", "r.expires_at"),
            counters=("views", "downloads", "version"),
        ),
        edition_triggers("documents_document_fields", PART_OF_PUBLIC_DOCUMENT),
        edition_triggers("documents_attachment", PART_OF_PUBLIC_DOCUMENT),
        edition_triggers("documents_kind", of_public_document("d.kind_id")),
        edition_triggers("documents_issuer", of_public_document("d.issuer_id")),
        edition_triggers("documents_field", of_public_document("f.field_id")),
    ]
