"""What came with topics, authors and royalties reaches the groups of a site that was there."""

from django.db import migrations

EDITS = [
    *(
        (f"{action}_{model}", model)
        for action in ("add", "change", "view")
        for model in ("topic", "author")
    ),
    ("view_genre", "genre"),
]
PUBLISHES = [
    ("add_genre", "genre"),
    ("change_genre", "genre"),
    ("export_royalties", "article"),
]
ADMINISTERS = [(f"delete_{model}", model) for model in ("topic", "author", "genre")]
GRANTS = {
    "bien_tap_vien": EDITS,
    "thu_ky": EDITS + PUBLISHES,
    "quan_tri": EDITS + PUBLISHES + ADMINISTERS,
}


def grant(apps, schema_editor):
    for name, granted in GRANTS.items():
        for group in apps.get_model("auth", "Group").objects.filter(name=name):
            group.permissions.add(*(permission(apps, *each) for each in granted))


def permission(apps, codename, model):
    """The permission; made before its app makes it, which then finds it."""
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="news", model=model
    )
    return apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename=codename, defaults={"name": codename}
    )[0]


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_workflow_permissions")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
