from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql" / "tally.sql"
DROP = """
DROP TRIGGER documents_document_tally_insert ON documents_document;
DROP TRIGGER documents_document_tally_update ON documents_document;
DROP TRIGGER documents_document_tally_delete ON documents_document;
DROP TRIGGER documents_document_tally_truncate ON documents_document;
DROP TRIGGER documents_document_fields_tally_insert ON documents_document_fields;
DROP TRIGGER documents_document_fields_tally_update ON documents_document_fields;
DROP TRIGGER documents_document_fields_tally_delete ON documents_document_fields;
DROP FUNCTION documents_fold_tally(), documents_tally_papers(), documents_tally_fields(),
    documents_empty_tally(), documents_tally_sql(text, text, boolean);
DROP TABLE documents_tally;
"""


class Migration(migrations.Migration):
    dependencies = [("documents", "0013_legal_state_and_relations")]
    operations = [migrations.RunSQL(SQL.read_text(), DROP)]
