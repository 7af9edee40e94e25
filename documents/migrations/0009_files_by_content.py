"""An attachment leads to a file by its content; a replaced one stays as an earlier version."""

import django.db.models.deletion
from django.db import migrations, models

import core.fields

OLD_TRIGGER = """
DROP TRIGGER documents_attachment_number ON documents_attachment;
DROP FUNCTION documents_number_attachment();
"""

# One file for each checksum; who attached them answered for them then.
MOVE = """
INSERT INTO files_storedfile (checksum, size, extension, mime, key, content, state, uploaded_at,
    declared_at, reason, page_count, is_scan, is_recognised, html, has_text, note, drawn, attempts,
    error)
SELECT DISTINCT ON (checksum) checksum, size, lower(substring(file FROM '\\.[^.]*$')),
    'application/octet-stream', substr(md5(random()::text), 1, 24), file, 'clear', now(), now(), '', 0, false,
    false, '', false, '', 0, 0, ''
FROM documents_attachment ORDER BY checksum, id;
UPDATE documents_attachment AS a SET stored_id = f.id
    FROM files_storedfile AS f WHERE f.checksum = a.checksum;
"""


class Migration(migrations.Migration):
    dependencies = [("documents", "0008_bin"), ("files", "0002_numbers")]
    operations = [
        migrations.RunSQL(OLD_TRIGGER),
        migrations.RemoveConstraint("attachment", "attachment_number_once"),
        migrations.AddField(
            "attachment",
            "replaced_at",
            models.DateTimeField(editable=False, null=True, verbose_name="được thay lúc"),
        ),
        migrations.AddField(
            "attachment",
            "stored",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="%(app_label)s_attachments",
                to="files.storedfile",
                verbose_name="tệp",
            ),
        ),
        migrations.RunSQL(MOVE),
        migrations.AlterField(
            "attachment",
            "name",
            core.fields.TextLine(editable=False, max_length=255, verbose_name="tên tệp khi tải về"),
        ),
    ]
