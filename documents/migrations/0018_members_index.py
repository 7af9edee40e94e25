from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0017_alerts")]

    operations = [
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                models.OrderBy(models.F("published_at"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("audience", "members"), ("status", "published")),
                name="document_members",
            ),
        ),
    ]
