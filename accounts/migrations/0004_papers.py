"""Relations, change notes, packs and series reach the groups of a site that was there before."""

from importlib import import_module

from django.db import migrations

permission = import_module("accounts.migrations.0002_workflow_permissions").permission
EDITS = [
    *(
        f"{action}_{name}"
        for action in ("add", "change", "delete", "view")
        for name in ("relation", "changenote", "packitem")
    ),
    *(f"{action}_pack" for action in ("add", "change", "view", "submit", "return")),
    "view_series",
]
PUBLISHES = ["approve_pack", "publish_pack", "add_series", "change_series"]
GRANTS = {
    "bien_tap_vien": EDITS,
    "thu_ky": EDITS + PUBLISHES,
    "quan_tri": [
        *EDITS,
        *PUBLISHES,
        "delete_series",
        "view_subscription",
        "delete_subscription",
    ],
}


def grant(apps, schema_editor):
    for name, codenames in GRANTS.items():
        for group in apps.get_model("auth", "Group").objects.filter(name=name):
            group.permissions.add(*(permission(apps, "documents", c) for c in codenames))


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_topics_authors_royalties")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
