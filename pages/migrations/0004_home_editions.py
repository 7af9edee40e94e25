from django.db import migrations

from core.editions import edition_triggers


class Migration(migrations.Migration):
    dependencies = [("pages", "0003_home")]
    operations = [
        edition_triggers("pages_homelead", moments=("r.until",)),
        edition_triggers("pages_homeblock"),
    ]
