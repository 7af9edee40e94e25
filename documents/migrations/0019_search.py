from pathlib import Path

from django.db import migrations

from search.catalogue import PAPERS as SOURCE

SQL = Path(__file__).parent.parent / "sql" / "searchable.sql"


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0018_members_index"),
        ("files", "0003_text"),
        ("search", "0001_entries"),
    ]
    operations = [
        migrations.RunSQL(SQL.read_text(), "DROP FUNCTION documents_searchable(bigint[])"),
        SOURCE.follows_itself(
            "title", "symbol", "signer", "status", "audience", "issued_on", "published_at",
            "kind_id", "issuer_id",
        ),
        SOURCE.follows("documents_document_fields", "SELECT document_id AS id FROM changed"),
        *SOURCE.follows_files("documents_attachment", "document_id"),
        migrations.RemoveIndex("document", "document_search"),
        migrations.RemoveField("document", "search"),
    ]  # fmt: skip
