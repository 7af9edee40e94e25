"""Sums of days, figures for the footer; a hit gets a key of its own and a visitor's hash."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from core.editions import edition_triggers

COPY = """
    INSERT INTO stats_hit (id, what, thing, object_id, source, name, at)
    SELECT gen_random_uuid(), what, thing, object_id, '', '', at FROM stats_oldhit
"""


class Migration(migrations.Migration):
    dependencies = [
        ("stats", "0001_initial"),
        ("core", "0002_editions"),
        ("news", "0010_files_of_articles"),
    ]

    operations = [
        migrations.CreateModel(
            name="Day",
            fields=[
                ("day", models.DateField(primary_key=True, serialize=False, verbose_name="ngày")),
                ("views", models.PositiveIntegerField(default=0, verbose_name="lượt xem")),
                ("visitors", models.PositiveIntegerField(default=0, verbose_name="khách")),
                ("downloads", models.PositiveIntegerField(default=0, verbose_name="lượt tải")),
                (
                    "robots",
                    models.PositiveIntegerField(default=0, verbose_name="lượt của máy tìm kiếm"),
                ),
            ],
            options={
                "verbose_name": "số liệu của ngày",
                "verbose_name_plural": "số liệu theo ngày",
                "ordering": ["day"],
            },
        ),
        migrations.RenameModel("Hit", "OldHit"),
        migrations.CreateModel(
            name="Hit",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("view", "lượt xem"),
                            ("download", "lượt tải"),
                            ("robot", "lượt của máy tìm kiếm"),
                        ],
                        max_length=8,
                        verbose_name="việc",
                    ),
                ),
                ("thing", models.CharField(blank=True, max_length=8, verbose_name="loại trang")),
                ("object_id", models.PositiveBigIntegerField(default=0)),
                ("visitor", models.BigIntegerField(null=True, verbose_name="dấu của ngày")),
                ("source", models.CharField(blank=True, max_length=8, verbose_name="nguồn")),
                ("name", models.CharField(blank=True, max_length=100, verbose_name="tên nguồn")),
                (
                    "at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="lúc"
                    ),
                ),
            ],
            options={"verbose_name": "lượt", "verbose_name_plural": "lượt chưa cộng"},
        ),
        migrations.RunSQL(COPY, migrations.RunSQL.noop),
        migrations.DeleteModel("OldHit"),
        migrations.CreateModel(
            name="DayVisitor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="ngày")),
                ("visitor", models.BigIntegerField(verbose_name="dấu của ngày")),
            ],
            options={
                "verbose_name": "khách của ngày",
                "verbose_name_plural": "khách của ngày",
                "constraints": [
                    models.UniqueConstraint(fields=("day", "visitor"), name="day_visitor_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="OriginDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="ngày")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("direct", "Gõ địa chỉ, dấu trang hoặc không rõ"),
                            ("search", "Máy tìm kiếm"),
                            ("zalo", "Zalo"),
                            ("facebook", "Facebook"),
                            ("site", "Trang khác"),
                            ("robot", "Lượt của máy tìm kiếm"),
                        ],
                        max_length=8,
                        verbose_name="nguồn",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=100, verbose_name="tên")),
                ("number", models.PositiveIntegerField(verbose_name="số lượt")),
            ],
            options={
                "verbose_name": "nguồn của ngày",
                "verbose_name_plural": "nguồn theo ngày",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("day", "source", "name"), name="origin_day_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PageDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="ngày")),
                ("what", models.CharField(max_length=8, verbose_name="việc")),
                ("thing", models.CharField(blank=True, max_length=8, verbose_name="loại trang")),
                ("object_id", models.PositiveBigIntegerField()),
                ("number", models.PositiveIntegerField(verbose_name="số lượt")),
                ("shown", models.PositiveIntegerField(default=0, verbose_name="đã hiện")),
            ],
            options={
                "verbose_name": "số liệu của trang",
                "verbose_name_plural": "số liệu theo trang",
                "indexes": [
                    models.Index(
                        condition=models.Q(("shown__lt", models.F("number"))),
                        fields=["thing", "what"],
                        name="page_day_not_shown",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("day", "what", "thing", "object_id"), name="page_day_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("shown__lte", models.F("number"))),
                        name="page_day_shows_no_more",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VisitSummary",
            fields=[
                (
                    "only_row",
                    models.BooleanField(
                        default=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "starting_total",
                    models.PositiveBigIntegerField(
                        default=0,
                        help_text="Của trang cũ, tính đến ngày chuyển sang cổng này; cộng vào tổng trên mọi trang.",
                        verbose_name="tổng lượt truy cập ban đầu",
                    ),
                ),
                (
                    "taken_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="số liệu lúc"),
                ),
                ("online", models.PositiveIntegerField(default=0, editable=False)),
                ("engines", models.PositiveIntegerField(default=0, editable=False)),
                ("guests", models.PositiveIntegerField(default=0, editable=False)),
                ("today", models.PositiveIntegerField(default=0, editable=False)),
                ("week", models.PositiveIntegerField(default=0, editable=False)),
                ("month", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "counted",
                    models.PositiveBigIntegerField(
                        verbose_name="cổng này đã đếm", default=0, editable=False
                    ),
                ),
            ],
            options={
                "verbose_name": "thống kê truy cập",
                "verbose_name_plural": "thống kê truy cập",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("only_row", True)), name="visit_summary_one_row"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MostRead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "period",
                    models.CharField(
                        choices=[
                            ("day", "Hôm nay"),
                            ("week", "7 ngày qua"),
                            ("month", "30 ngày qua"),
                        ],
                        max_length=5,
                        verbose_name="thời gian",
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="số lượt")),
                (
                    "article",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="news.article",
                        verbose_name="bài viết",
                    ),
                ),
            ],
            options={
                "verbose_name": "bài đọc nhiều",
                "verbose_name_plural": "bài đọc nhiều",
                "constraints": [
                    models.UniqueConstraint(fields=("article", "period"), name="most_read_once")
                ],
            },
        ),
        edition_triggers("stats_visitsummary"),
        edition_triggers("stats_mostread"),
    ]
