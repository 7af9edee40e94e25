"""Editors of a site that was there may settle abbreviations and read what was not found."""

from django.db import migrations

CODENAMES = {
    "synonym": ["add", "change", "delete", "view"],
    "missedsearch": ["view", "delete"],
}
GROUPS = ["bien_tap_vien", "thu_ky", "quan_tri"]


def grant(apps, schema_editor):
    kinds = apps.get_model("contenttypes", "ContentType").objects
    permissions = apps.get_model("auth", "Permission").objects
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        for model, actions in CODENAMES.items():
            kind, _ = kinds.get_or_create(app_label="search", model=model)
            for action in actions:
                permission, _ = permissions.get_or_create(
                    content_type=kind,
                    codename=f"{action}_{model}",
                    defaults={"name": f"{action} {model}"},
                )
                group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0002_words_synonyms_misses"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
