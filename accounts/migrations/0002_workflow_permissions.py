"""New permissions reach the groups of a site that was there before them.

A new site has no groups yet: `accounts.roles.ensure_roles` makes them after the migrations.
"""

from django.db import migrations

WRITES = {"news": ["submit_article"]}
EDITS = {
    "news": ["submit_article", "return_article"],
    "documents": ["submit_document", "return_document"],
    "library": [
        *(
            f"{action}_{name}"
            for action in ("add", "change", "view", "submit", "return")
            for name in ("gallery", "recording")
        ),
        *(f"{action}_galleryitem" for action in ("add", "change", "delete", "view")),
    ],
}
PUBLISHES = {
    "news": ["approve_article"],
    "documents": ["approve_document"],
    "library": [
        "replace_picture",
        *(
            f"{action}_{name}"
            for action in ("approve", "publish")
            for name in ("gallery", "recording")
        ),
    ],
}
GRANTS = {
    "cong_tac_vien": [WRITES],
    "bien_tap_vien": [EDITS],
    "thu_ky": [EDITS, PUBLISHES],
    "quan_tri": [EDITS, PUBLISHES],
}


def grant(apps, schema_editor):
    for name, granted in GRANTS.items():
        for group in apps.get_model("auth", "Group").objects.filter(name=name):
            for app, codename in names(granted):
                group.permissions.add(permission(apps, app, codename))


def names(granted):
    """(app, codename) of each."""
    return [(app, name) for part in granted for app, names in part.items() for name in names]


def permission(apps, app, codename):
    """The permission; made before its app makes it, which then finds it."""
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app, model=codename.rpartition("_")[2]
    )
    return apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename=codename, defaults={"name": codename}
    )[0]


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
