"""Kinds, offices and fields that get another name are followed by a job."""

from django.db import migrations

from search.catalogue import PAPERS

FORMER = """
DROP TRIGGER IF EXISTS documents_kind_search_update_documents_document ON documents_kind;
DROP TRIGGER IF EXISTS documents_issuer_search_update_documents_document ON documents_issuer;
"""


class Migration(migrations.Migration):
    dependencies = [("documents", "0019_search"), ("search", "0006_renamed")]
    operations = [
        migrations.RunSQL(FORMER, migrations.RunSQL.noop),
        *PAPERS.follows_names(),
    ]
