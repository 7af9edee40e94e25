"""What came with the board's face reaches the groups of a site that was there before it."""

from importlib import import_module

from django.db import migrations

permission = import_module("accounts.migrations.0002_workflow_permissions").permission
ACTIONS = ("add", "change", "delete", "view")
EDITS = [
    *(f"{action}_standingpage" for action in ("add", "change", "view", "submit", "return")),
    *(f"{action}_workevent" for action in ACTIONS),
]
FACE = (
    *("slogan", "banner", "notice", "slide", "picturelink"),
    *("menuitem", "columnblock", "unit", "contact"),
)
PUBLISHES = [
    *(f"{action}_{name}" for name in FACE for action in ACTIONS),
    "approve_standingpage",
    "publish_standingpage",
]
GRANTS = {
    "bien_tap_vien": EDITS,
    "thu_ky": [*EDITS, *PUBLISHES],
    "quan_tri": [*EDITS, *PUBLISHES],
}


def grant(apps, schema_editor):
    for name, codenames in GRANTS.items():
        for group in apps.get_model("auth", "Group").objects.filter(name=name):
            group.permissions.add(*(permission(apps, "pages", c) for c in codenames))


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0006_face_editions"),
        ("accounts", "0002_workflow_permissions"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
