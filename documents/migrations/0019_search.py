from pathlib import Path

from django.db import migrations

from search.catalogue import PAPERS as SOURCE

SQL = Path(__file__).parent.parent / "sql" / "searchable.sql"


def names(table, column):
    return (
        table,
        f"SELECT paper.id FROM changed JOIN documents_document AS paper ON {column} = changed.id",
        "name",
    )


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
        SOURCE.follows(*names("documents_kind", "kind_id"), events=("update",)),
        SOURCE.follows(*names("documents_issuer", "issuer_id"), events=("update",)),
        migrations.RemoveIndex("document", "document_search"),
        migrations.RemoveField("document", "search"),
    ]  # fmt: skip
