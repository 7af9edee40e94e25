import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

import core.web_addresses


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0018_members_index"),
        ("exchange", "0001_initial"),
        ("news", "0010_files_of_articles"),
    ]

    operations = [
        migrations.CreateModel(
            name="MissedAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("path", models.CharField(max_length=300, unique=True, verbose_name="địa chỉ")),
                ("count", models.PositiveIntegerField(default=0, verbose_name="số lần")),
                ("first_at", models.DateTimeField(verbose_name="lần đầu")),
                ("last_at", models.DateTimeField(verbose_name="lần cuối")),
            ],
            options={
                "verbose_name": "địa chỉ không có",
                "verbose_name_plural": "địa chỉ không có (404)",
                "ordering": ["-count", "-last_at"],
                "permissions": [("lead_on_missedaddress", "Chuyển hướng địa chỉ không có")],
            },
        ),
        migrations.CreateModel(
            name="MissedHit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("path", models.CharField(max_length=300)),
                ("referrer", models.CharField(blank=True, max_length=300)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                "verbose_name": "lượt hỏi địa chỉ không có",
                "verbose_name_plural": "lượt hỏi địa chỉ không có",
            },
        ),
        migrations.CreateModel(
            name="MissedReferrer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("referrer", models.CharField(max_length=300, verbose_name="trang dẫn tới")),
                ("count", models.PositiveIntegerField(default=0, verbose_name="số lần")),
            ],
            options={
                "verbose_name": "trang dẫn tới",
                "verbose_name_plural": "các trang dẫn tới",
                "ordering": ["-count", "id"],
            },
        ),
        migrations.AlterModelOptions(
            name="oldaddress",
            options={
                "ordering": ["-id"],
                "verbose_name": "địa chỉ cũ",
                "verbose_name_plural": "địa chỉ cũ",
            },
        ),
        migrations.RemoveConstraint(
            model_name="oldaddress",
            name="old_address_leads_to_one",
        ),
        migrations.AddField(
            model_name="oldaddress",
            name="address",
            field=core.web_addresses.Link(blank=True, max_length=300, verbose_name="trang khác"),
        ),
        migrations.AlterField(
            model_name="oldaddress",
            name="article",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="old_addresses",
                to="news.article",
                verbose_name="bài viết",
            ),
        ),
        migrations.AlterField(
            model_name="oldaddress",
            name="document",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="old_addresses",
                to="documents.document",
                verbose_name="văn bản",
            ),
        ),
        migrations.AlterField(
            model_name="oldaddress",
            name="host",
            field=models.CharField(max_length=253, verbose_name="tên miền cũ"),
        ),
        migrations.AlterField(
            model_name="oldaddress",
            name="path",
            field=models.CharField(max_length=1000, verbose_name="đường dẫn cũ"),
        ),
        migrations.AddConstraint(
            model_name="oldaddress",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("address", ""), ("article__isnull", False), ("document__isnull", True)
                    ),
                    models.Q(
                        ("address", ""), ("article__isnull", True), ("document__isnull", False)
                    ),
                    models.Q(
                        ("article__isnull", True),
                        ("document__isnull", True),
                        models.Q(("address", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="old_address_leads_to_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="oldaddress",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("address", ""),
                    models.Q(
                        ("address__regex", "^/([^/\\\\]|$)"),
                        models.Q(("address", models.F("path")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="old_address_stays_here",
            ),
        ),
        migrations.AddField(
            model_name="missedreferrer",
            name="address",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="referrers",
                to="exchange.missedaddress",
            ),
        ),
        migrations.AddConstraint(
            model_name="missedreferrer",
            constraint=models.UniqueConstraint(
                fields=("address", "referrer"), name="missed_referrer_once"
            ),
        ),
    ]
