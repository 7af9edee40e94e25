import django.db.models.deletion
from django.db import migrations, models

from core.editions import edition_triggers
from files.numbers import number_trigger


def shown(file):
    """Whether a file stands on the page of a public paper."""
    return (
        "EXISTS (SELECT FROM documents_attachment AS a JOIN documents_document AS d "
        f"ON d.id = a.document_id WHERE a.stored_id = {file} AND a.replaced_at IS NULL "
        "AND d.status = 'published' AND d.audience = 'public')"
    )


class Migration(migrations.Migration):
    dependencies = [("documents", "0009_files_by_content")]
    operations = [
        migrations.RemoveField("attachment", "checksum"),
        migrations.RemoveField("attachment", "file"),
        migrations.RemoveField("attachment", "size"),
        migrations.AlterField(
            "attachment",
            "stored",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="%(app_label)s_attachments",
                to="files.storedfile",
                verbose_name="tệp",
            ),
        ),
        migrations.AddConstraint(
            "attachment",
            models.UniqueConstraint(
                condition=models.Q(replaced_at=None),
                fields=["document", "number"],
                name="attachment_number_once",
            ),
        ),
        number_trigger("documents_attachment", "documents_document", "document_id"),
        edition_triggers(
            "files_storedfile", shown("r.id"), counters=("attempts", "error", "read_at")
        ),
        edition_triggers("files_filepage", shown("r.file_id")),
    ]
