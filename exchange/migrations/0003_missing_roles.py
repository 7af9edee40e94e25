"""What came with the list of missing addresses reaches the administrators of a site that was
there before it."""

from importlib import import_module

from django.db import migrations

permission = import_module("accounts.migrations.0002_workflow_permissions").permission
GRANTS = [
    *(f"{action}_missedaddress" for action in ("view", "delete", "lead_on")),
    "view_oldaddress",
    "delete_oldaddress",
]


def grant(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name="quan_tri"):
        group.permissions.add(*(permission(apps, "exchange", codename) for codename in GRANTS))


class Migration(migrations.Migration):
    dependencies = [
        ("exchange", "0002_missing_addresses"),
        ("accounts", "0002_workflow_permissions"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
