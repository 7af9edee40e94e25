"""Holidays of the lunar calendar and the neighbours of 2 September, as far as they are known.

Tết of 2025 and 2026 and the Septembers as the Government set them; Tết of 2027 and 2028 one day
before the first of the year and four from it on, until the Government says otherwise.
"""

from datetime import date, timedelta

from django.db import migrations, models

import core.fields

TET = {2025: date(2025, 1, 27), 2026: date(2026, 2, 16), 2027: date(2027, 2, 5),
       2028: date(2028, 1, 25)}  # fmt: skip
ANCESTORS = [date(2025, 4, 7), date(2026, 4, 26), date(2027, 4, 16), date(2028, 4, 4)]
SEPTEMBER = [date(2025, 9, 1), date(2026, 9, 1)]
ACTIONS = ["add", "change", "delete", "view"]


def fill(apps, schema_editor):
    days = [(day, "Giỗ Tổ Hùng Vương") for day in ANCESTORS]
    days += [(day, "Quốc khánh, ngày liền kề") for day in SEPTEMBER]
    days += [
        (first + timedelta(days=place), f"Tết Nguyên đán {year}")
        for year, first in TET.items()
        for place in range(5)
    ]
    holiday = apps.get_model("accounts", "Holiday")
    holiday.objects.bulk_create(holiday(day=day, name=name) for day, name in days)


def grant(apps, schema_editor):
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="accounts", model="holiday"
    )
    for group in apps.get_model("auth", "Group").objects.filter(name="quan_tri"):
        for action in ACTIONS:
            permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
                content_type=kind,
                codename=f"{action}_holiday",
                defaults={"name": f"Can {action} ngày nghỉ"},
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0013_kept_forms")]

    operations = [
        migrations.CreateModel(
            name="Holiday",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(unique=True, verbose_name="ngày")),
                ("name", core.fields.TextLine(max_length=100, verbose_name="tên")),
                (
                    "is_worked",
                    models.BooleanField(
                        default=False,
                        help_text="Đánh dấu nếu đây là thứ Bảy, Chủ nhật phải đi làm để nghỉ một ngày khác.",
                        verbose_name="là ngày làm bù",
                    ),
                ),
            ],
            options={
                "verbose_name": "ngày nghỉ",
                "verbose_name_plural": "ngày nghỉ",
                "ordering": ["-day"],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
