"""What came with the polls reaches the groups of a site that was there before them."""

from importlib import import_module

from django.db import migrations

permission = import_module("accounts.migrations.0002_workflow_permissions").permission
EDITS = [
    *(f"{action}_poll" for action in ("add", "change", "view", "submit", "return")),
    *(f"{action}_choice" for action in ("add", "change", "delete", "view")),
    "change_opinion",
    "view_opinion",
]
PUBLISHES = [*EDITS, "approve_poll", "publish_poll"]
GRANTS = {"bien_tap_vien": EDITS, "thu_ky": PUBLISHES, "quan_tri": PUBLISHES}


def grant(apps, schema_editor):
    for name, codenames in GRANTS.items():
        for group in apps.get_model("auth", "Group").objects.filter(name=name):
            group.permissions.add(*(permission(apps, "polls", c) for c in codenames))


class Migration(migrations.Migration):
    dependencies = [
        ("polls", "0002_rules_and_editions"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
