"""The triggers of the log, and its permissions for administrators of a site that was there."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql" / "append_only.sql"
BACK = """
DROP TRIGGER audit_entry_rows_stay ON audit_entry;
DROP TRIGGER audit_entry_table_stays ON audit_entry;
DROP FUNCTION audit_forget(timestamptz);
DROP FUNCTION audit_entry_stays();
"""


def grant(apps, schema_editor):
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="audit", model="entry"
    )
    known = apps.get_model("auth", "Permission").objects
    for group in apps.get_model("auth", "Group").objects.filter(name="quan_tri"):
        for codename in ("view_entry", "export_entry"):
            permission, _ = known.get_or_create(
                content_type=kind, codename=codename, defaults={"name": codename}
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0001_entries_and_names"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [
        migrations.RunSQL(SQL.read_text(), BACK),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
