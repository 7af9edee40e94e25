"""Administrators of a site that was there may set back the second factor of others."""

from django.db import migrations

CODENAMES = ["view_authenticator", "delete_authenticator"]


def grant(apps, schema_editor):
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="accounts", model="authenticator"
    )
    for group in apps.get_model("auth", "Group").objects.filter(name="quan_tri"):
        for codename in CODENAMES:
            permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
                content_type=kind, codename=codename, defaults={"name": codename}
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0011_second_factor")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
