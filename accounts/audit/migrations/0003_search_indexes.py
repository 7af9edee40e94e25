"""What the search of the log looks at has indexes: words without accents, and tried names."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models
from django.db.models.functions import Concat


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_append_only_and_permissions"),
        ("core", "0001_vietnamese"),
    ]

    operations = [
        TrigramExtension(),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                condition=models.Q(("tried", ""), _negated=True),
                fields=["tried"],
                name="audit_entry_tried",
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=GinIndex(
                OpClass(
                    models.Func(
                        Concat("label", "words", models.Value(""), output_field=models.TextField()),
                        function="core_plain_key",
                        output_field=models.TextField(),
                    ),
                    "gin_trgm_ops",
                ),
                name="audit_entry_plain",
            ),
        ),
    ]
