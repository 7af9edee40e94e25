"""What was there before its search is taken in, a batch a transaction; cut short, the migration
goes on where it was."""

from django.db import migrations

from search.filling import fill


def take_in(apps, schema_editor):
    fill()


class Migration(migrations.Migration):
    atomic = False
    dependencies = [
        ("search", "0004_newest"),
        ("news", "0011_search"),
        ("documents", "0019_search"),
        ("pages", "0008_search"),
        ("feedback", "0003_search"),
    ]
    operations = [migrations.RunPython(take_in, migrations.RunPython.noop)]
