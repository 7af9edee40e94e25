"""The keys of authenticator apps are sealed; those that stand there in plain text are, too."""

from django.db import migrations, models

from accounts.second_factor.fields import SealedText
from accounts.second_factor.sealing import seal, unseal


def each(apps, change):
    rows = apps.get_model("accounts", "Authenticator").objects.exclude(secret="")
    for row in rows.select_for_update():
        row.secret = change(row.secret)
        row.save(update_fields=["secret"])


def seal_all(apps, schema_editor):
    each(apps, seal)


def unseal_all(apps, schema_editor):
    each(apps, unseal)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0015_upload_days")]

    operations = [
        migrations.AlterField(
            model_name="authenticator",
            name="secret",
            field=models.TextField(blank=True, verbose_name="khóa"),
        ),
        migrations.RunPython(seal_all, unseal_all),
        migrations.AlterField(
            model_name="authenticator",
            name="secret",
            field=SealedText(blank=True, verbose_name="khóa"),
        ),
    ]
