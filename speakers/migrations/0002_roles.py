"""What came with the speakers' area reaches the groups of a site that was there before it."""

from importlib import import_module

from django.db import migrations

permission = import_module("accounts.migrations.0002_workflow_permissions").permission
EDITS = [
    *(
        f"{action}_{name}"
        for action in ("add", "change", "delete", "view")
        for name in ("conference", "readingrequest")
    ),
    "change_question",
    "view_question",
]
GRANTS = {
    "bien_tap_vien": EDITS,
    "thu_ky": EDITS,
    "quan_tri": [*EDITS, "delete_question"],
}


def grant(apps, schema_editor):
    for name, codenames in GRANTS.items():
        for group in apps.get_model("auth", "Group").objects.filter(name=name):
            group.permissions.add(*(permission(apps, "speakers", c) for c in codenames))


class Migration(migrations.Migration):
    dependencies = [
        ("speakers", "0001_conferences_readings_questions"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
