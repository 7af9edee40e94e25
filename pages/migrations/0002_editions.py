from django.db import migrations

from core.editions import edition_triggers


class Migration(migrations.Migration):
    dependencies = [("core", "0003_search"), ("pages", "0001_initial")]
    operations = [edition_triggers("pages_sitesettings")]
