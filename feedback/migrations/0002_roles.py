"""What came with the feedback reaches the groups of a site that was there before it."""

from importlib import import_module

from django.db import migrations

permission = import_module("accounts.migrations.0002_workflow_permissions").permission
PUBLICATIONS = ("question", "consultation")
EDITS = [
    *(
        f"{action}_{name}"
        for action in ("add", "change", "view", "submit", "return")
        for name in PUBLICATIONS
    ),
    *(f"{action}_{name}" for action in ("change", "view") for name in ("opinion", "pagereport")),
    "view_usefulness",
    "view_subject",
]
PUBLISHES = [
    *(f"{action}_{name}" for action in ("approve", "publish") for name in PUBLICATIONS),
    "add_subject",
    "change_subject",
]
DELETES = [f"delete_{name}" for name in ("opinion", "pagereport", "usefulness", "subject")]
GRANTS = {
    "bien_tap_vien": EDITS,
    "thu_ky": [*EDITS, *PUBLISHES],
    "quan_tri": [*EDITS, *PUBLISHES, *DELETES],
}


def grant(apps, schema_editor):
    for name, codenames in GRANTS.items():
        for group in apps.get_model("auth", "Group").objects.filter(name=name):
            group.permissions.add(*(permission(apps, "feedback", c) for c in codenames))


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0001_letters"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
