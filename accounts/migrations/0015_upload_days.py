import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0014_holidays")]

    operations = [
        migrations.CreateModel(
            name="UploadDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="ngày")),
                ("files", models.PositiveIntegerField(verbose_name="số tệp")),
                ("bytes", models.PositiveBigIntegerField(verbose_name="số byte")),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người dùng",
                    ),
                ),
            ],
            options={
                "verbose_name": "tệp cộng tác viên gửi trong ngày",
                "verbose_name_plural": "tệp cộng tác viên gửi trong ngày",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "day"), name="one_upload_day_a_person"
                    )
                ],
            },
        ),
    ]
