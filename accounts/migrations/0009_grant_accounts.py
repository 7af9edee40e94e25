"""What came with requests and personal data reaches the administrators of a site that was there."""

from django.db import migrations

GRANTS = [
    ("delete_user", "user"),
    *((f"{action}_accountrequest", "accountrequest") for action in ("change", "delete", "view")),
    *((f"{action}_datarequest", "datarequest") for action in ("change", "view")),
]


def grant(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name="quan_tri"):
        group.permissions.add(*(permission(apps, *each) for each in GRANTS))


def permission(apps, codename, model):
    """The permission; made before its app makes it, which then finds it."""
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="accounts", model=model
    )
    return apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename=codename, defaults={"name": codename}
    )[0]


class Migration(migrations.Migration):
    dependencies = [("accounts", "0008_data_requests")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
