"""Roles of a site that was there may see the statistics; administrators set the first total."""

from django.db import migrations

GRANTED = {
    "view_visitsummary": ("bien_tap_vien", "thu_ky", "quan_tri"),
    "change_visitsummary": ("quan_tri",),
}


def grant(apps, schema_editor):
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="stats", model="visitsummary"
    )
    known = apps.get_model("auth", "Permission").objects
    for codename, roles in GRANTED.items():
        permission, _ = known.get_or_create(
            content_type=kind, codename=codename, defaults={"name": codename}
        )
        for group in apps.get_model("auth", "Group").objects.filter(name__in=roles):
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("stats", "0002_visits"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
