"""The tables of the board's face; their triggers follow in 0006."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import core.copies
import core.fields
import core.history
import core.web_addresses
import core.workflow
import pages.blocks
import pages.models.organisation
import pages.models.site
import pages.places


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0018_members_index"),
        ("library", "0005_editions_of_topics_and_authors"),
        ("news", "0010_files_of_articles"),
        ("pages", "0004_home_editions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Banner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "starts_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Bỏ trống: ngay bây giờ.",
                        null=True,
                        verbose_name="từ lúc",
                    ),
                ),
                (
                    "ends_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Bỏ trống: cho đến khi xóa dòng này.",
                        null=True,
                        verbose_name="đến lúc",
                    ),
                ),
                (
                    "alt",
                    core.fields.TextLine(
                        help_text="Nói điều ảnh cho thấy, ví dụ “Cờ Đảng và cờ Tổ quốc tung bay”.",
                        max_length=300,
                        verbose_name="mô tả cho người không thấy ảnh",
                    ),
                ),
            ],
            options={
                "verbose_name": "ảnh cờ động",
                "verbose_name_plural": "ảnh cờ động",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ColumnBlock",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "component",
                    models.CharField(
                        choices=pages.blocks.names, max_length=30, unique=True, verbose_name="khối"
                    ),
                ),
                (
                    "title",
                    core.fields.TextLine(blank=True, max_length=60, verbose_name="tiêu đề khác"),
                ),
                (
                    "count",
                    models.PositiveSmallIntegerField(
                        default=5,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(20),
                        ],
                        verbose_name="số dòng",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
            ],
            options={
                "verbose_name": "khối cột bên",
                "verbose_name_plural": "cột bên",
                "ordering": ["position", "id"],
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", core.fields.TextLine(max_length=100, verbose_name="họ và tên")),
                ("post", core.fields.TextLine(blank=True, max_length=150, verbose_name="chức vụ")),
                (
                    "post_en",
                    core.fields.TextLine(
                        blank=True, max_length=150, verbose_name="chức vụ tiếng Anh"
                    ),
                ),
                (
                    "work",
                    core.fields.TextLine(blank=True, max_length=300, verbose_name="phụ trách"),
                ),
                (
                    "work_en",
                    core.fields.TextLine(
                        blank=True, max_length=300, verbose_name="phụ trách (tiếng Anh)"
                    ),
                ),
                (
                    "phone",
                    core.web_addresses.Telephones(
                        blank=True, max_length=150, verbose_name="điện thoại"
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
            ],
            options={
                "verbose_name": "người liên hệ",
                "verbose_name_plural": "người liên hệ",
                "ordering": ["position", "id"],
            },
            bases=(pages.models.organisation.TwoLanguages, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalStandingPage",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("title", core.fields.TextLine(max_length=500, verbose_name="tiêu đề")),
                (
                    "slug",
                    models.SlugField(
                        blank=True, db_index=False, max_length=100, verbose_name="đường dẫn"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Nháp"),
                            ("submitted", "Chờ duyệt"),
                            ("returned", "Trả lại"),
                            ("approved", "Đã duyệt"),
                            ("published", "Đã đăng"),
                            ("withdrawn", "Đã gỡ"),
                            ("binned", "Thùng rác"),
                        ],
                        default="draft",
                        max_length=9,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="đăng lúc"),
                ),
                (
                    "expires_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="hết hạn lúc"),
                ),
                (
                    "withdrawal_note",
                    core.fields.TextLine(
                        blank=True,
                        help_text="Bạn đọc thấy ghi chú này khi mở lại.",
                        max_length=500,
                        verbose_name="lý do gỡ",
                    ),
                ),
                (
                    "review_by",
                    models.DateField(
                        blank=True,
                        help_text="Ngày nội dung có thể đã cũ.",
                        null=True,
                        verbose_name="xem lại trước ngày",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(blank=True, editable=False, verbose_name="tạo lúc"),
                ),
                (
                    "updated_at",
                    models.DateTimeField(blank=True, editable=False, verbose_name="sửa lúc"),
                ),
                (
                    "lead",
                    core.fields.PlainText(blank=True, max_length=1000, verbose_name="lời dẫn"),
                ),
                ("body", core.fields.RichText(blank=True, verbose_name="nội dung")),
                (
                    "history_change_reason",
                    models.CharField(default="", max_length=200, verbose_name="lý do"),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "phiên bản trang",
                "verbose_name_plural": "phiên bản trang",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="MenuItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "menu",
                    models.CharField(
                        choices=[("main", "Danh mục chính"), ("footer", "Chân trang")],
                        default="main",
                        max_length=6,
                        verbose_name="ở đâu",
                    ),
                ),
                (
                    "label",
                    core.fields.TextLine(
                        blank=True,
                        help_text="Bỏ trống: tên của nơi dẫn tới.",
                        max_length=100,
                        verbose_name="chữ",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        choices=pages.places.names,
                        max_length=30,
                        verbose_name="trang có sẵn",
                    ),
                ),
                (
                    "address",
                    core.web_addresses.Link(
                        blank=True, max_length=300, verbose_name="địa chỉ khác"
                    ),
                ),
            ],
            options={
                "verbose_name": "mục của danh mục",
                "verbose_name_plural": "danh mục (menu)",
                "ordering": ["menu", "position", "id"],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "starts_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Bỏ trống: ngay bây giờ.",
                        null=True,
                        verbose_name="từ lúc",
                    ),
                ),
                (
                    "ends_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Bỏ trống: cho đến khi xóa dòng này.",
                        null=True,
                        verbose_name="đến lúc",
                    ),
                ),
                ("text", core.fields.TextLine(max_length=300, verbose_name="nội dung")),
                (
                    "address",
                    core.web_addresses.Link(
                        blank=True,
                        help_text="Mở khi bấm vào; có thể bỏ trống.",
                        max_length=300,
                        verbose_name="địa chỉ",
                    ),
                ),
            ],
            options={
                "verbose_name": "tin khẩn",
                "verbose_name_plural": "tin khẩn",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PictureLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "starts_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Bỏ trống: ngay bây giờ.",
                        null=True,
                        verbose_name="từ lúc",
                    ),
                ),
                (
                    "ends_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Bỏ trống: cho đến khi xóa dòng này.",
                        null=True,
                        verbose_name="đến lúc",
                    ),
                ),
                (
                    "title",
                    core.fields.TextLine(
                        help_text="Chữ hiện dưới ảnh.", max_length=100, verbose_name="tên"
                    ),
                ),
                (
                    "alt",
                    core.fields.TextLine(
                        blank=True,
                        help_text="Cần có khi có ảnh: nói ảnh cho thấy gì và dẫn tới đâu.",
                        max_length=300,
                        verbose_name="mô tả cho người không thấy ảnh",
                    ),
                ),
                ("address", core.web_addresses.Link(max_length=300, verbose_name="địa chỉ")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
            ],
            options={
                "verbose_name": "liên kết ảnh",
                "verbose_name_plural": "liên kết ảnh",
                "ordering": ["position", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Slide",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "starts_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Bỏ trống: ngay bây giờ.",
                        null=True,
                        verbose_name="từ lúc",
                    ),
                ),
                (
                    "ends_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Bỏ trống: cho đến khi xóa dòng này.",
                        null=True,
                        verbose_name="đến lúc",
                    ),
                ),
                (
                    "title",
                    core.fields.TextLine(
                        blank=True,
                        help_text="Bỏ trống: tiêu đề của bài viết.",
                        max_length=200,
                        verbose_name="chữ",
                    ),
                ),
                (
                    "address",
                    core.web_addresses.Link(
                        blank=True,
                        help_text="Khi không chọn bài viết.",
                        max_length=300,
                        verbose_name="địa chỉ",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
            ],
            options={
                "verbose_name": "tin chạy đầu trang",
                "verbose_name_plural": "tin chạy đầu trang",
                "ordering": ["position", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Slogan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "starts_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Bỏ trống: ngay bây giờ.",
                        null=True,
                        verbose_name="từ lúc",
                    ),
                ),
                (
                    "ends_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Bỏ trống: cho đến khi xóa dòng này.",
                        null=True,
                        verbose_name="đến lúc",
                    ),
                ),
                ("text", core.fields.TextLine(max_length=300, verbose_name="khẩu hiệu")),
            ],
            options={
                "verbose_name": "khẩu hiệu",
                "verbose_name_plural": "khẩu hiệu",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StandingPage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", core.fields.TextLine(max_length=500, verbose_name="tiêu đề")),
                (
                    "slug",
                    models.SlugField(
                        blank=True, db_index=False, max_length=100, verbose_name="đường dẫn"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Nháp"),
                            ("submitted", "Chờ duyệt"),
                            ("returned", "Trả lại"),
                            ("approved", "Đã duyệt"),
                            ("published", "Đã đăng"),
                            ("withdrawn", "Đã gỡ"),
                            ("binned", "Thùng rác"),
                        ],
                        default="draft",
                        max_length=9,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="đăng lúc"),
                ),
                (
                    "expires_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="hết hạn lúc"),
                ),
                (
                    "withdrawal_note",
                    core.fields.TextLine(
                        blank=True,
                        help_text="Bạn đọc thấy ghi chú này khi mở lại.",
                        max_length=500,
                        verbose_name="lý do gỡ",
                    ),
                ),
                (
                    "review_by",
                    models.DateField(
                        blank=True,
                        help_text="Ngày nội dung có thể đã cũ.",
                        null=True,
                        verbose_name="xem lại trước ngày",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="lần sửa"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="tạo lúc")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="sửa lúc")),
                (
                    "lead",
                    core.fields.PlainText(blank=True, max_length=1000, verbose_name="lời dẫn"),
                ),
                ("body", core.fields.RichText(blank=True, verbose_name="nội dung")),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            "title",
                            "lead",
                            "body",
                            function="core_search_vector",
                            output_field=django.contrib.postgres.search.SearchVectorField(),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "trang",
                "verbose_name_plural": "trang (giới thiệu, hướng dẫn…)",
                "permissions": [
                    ("submit_standingpage", "Gửi duyệt trang"),
                    ("return_standingpage", "Trả lại trang"),
                    ("approve_standingpage", "Duyệt trang"),
                    ("publish_standingpage", "Đăng và gỡ trang"),
                ],
                "abstract": False,
            },
            bases=(
                core.workflow.TakesSteps,
                core.copies.HasCopies,
                core.history.HasVersions,
                models.Model,
            ),
        ),
        migrations.CreateModel(
            name="Unit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", core.fields.TextLine(max_length=150, verbose_name="tên")),
                (
                    "name_en",
                    core.fields.TextLine(blank=True, max_length=150, verbose_name="tên tiếng Anh"),
                ),
                (
                    "duties",
                    core.fields.PlainText(
                        blank=True, max_length=4000, verbose_name="chức năng, nhiệm vụ"
                    ),
                ),
                (
                    "duties_en",
                    core.fields.PlainText(
                        blank=True, max_length=4000, verbose_name="chức năng, nhiệm vụ (tiếng Anh)"
                    ),
                ),
                (
                    "phone",
                    core.web_addresses.Telephones(
                        blank=True, max_length=150, verbose_name="điện thoại"
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
            ],
            options={
                "verbose_name": "đơn vị",
                "verbose_name_plural": "cơ cấu tổ chức",
                "ordering": ["position", "id"],
            },
            bases=(pages.models.organisation.TwoLanguages, models.Model),
        ),
        migrations.CreateModel(
            name="WorkEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", core.fields.TextLine(max_length=300, verbose_name="nội dung")),
                ("starts_at", models.DateTimeField(db_index=True, verbose_name="bắt đầu")),
                ("ends_at", models.DateTimeField(blank=True, null=True, verbose_name="kết thúc")),
                (
                    "place",
                    core.fields.TextLine(blank=True, max_length=200, verbose_name="địa điểm"),
                ),
                ("chair", core.fields.TextLine(blank=True, max_length=200, verbose_name="chủ trì")),
                (
                    "attendees",
                    core.fields.TextLine(blank=True, max_length=500, verbose_name="thành phần"),
                ),
                (
                    "note",
                    core.fields.PlainText(
                        blank=True, max_length=1000, verbose_name="chuẩn bị, ghi chú"
                    ),
                ),
                (
                    "is_cancelled",
                    models.BooleanField(
                        default=False,
                        help_text="Vẫn có trong lịch, ghi rõ là đã hoãn.",
                        verbose_name="đã hoãn",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="tạo lúc")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="sửa lúc")),
            ],
            options={
                "verbose_name": "việc trong lịch",
                "verbose_name_plural": "lịch công tác",
                "ordering": ["-starts_at", "-id"],
            },
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="accent",
            field=pages.models.site.Colour(
                default="#a3161b", max_length=7, verbose_name="liên kết và nút"
            ),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="accent_dark",
            field=pages.models.site.Colour(
                default="#ffb3a3", max_length=7, verbose_name="liên kết, giao diện tối"
            ),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="cloth",
            field=pages.models.site.Colour(
                default="#a5171c", max_length=7, verbose_name="nền đầu trang"
            ),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="cloth_dark",
            field=pages.models.site.Colour(
                default="#7d1015", max_length=7, verbose_name="nền đầu trang, giao diện tối"
            ),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="emblem",
            field=models.ForeignKey(
                blank=True,
                help_text="Ảnh vuông. Bỏ trống: biểu trưng có sẵn của phần mềm.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="library.picture",
                verbose_name="biểu trưng",
            ),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="facebook",
            field=core.web_addresses.WebAddress(
                blank=True, max_length=300, verbose_name="Facebook"
            ),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="map_address",
            field=core.web_addresses.Link(
                blank=True, max_length=300, verbose_name="địa chỉ mở khi bấm vào bản đồ"
            ),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="map_picture",
            field=models.ForeignKey(
                blank=True,
                help_text="Ảnh chụp bản đồ chỉ đường; trang không nhúng bản đồ của bên ngoài.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="library.picture",
                verbose_name="ảnh bản đồ",
            ),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="tiktok",
            field=core.web_addresses.WebAddress(blank=True, max_length=300, verbose_name="TikTok"),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="youtube",
            field=core.web_addresses.WebAddress(blank=True, max_length=300, verbose_name="YouTube"),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="zalo",
            field=core.web_addresses.WebAddress(blank=True, max_length=300, verbose_name="Zalo"),
        ),
        migrations.AlterField(
            model_name="sitesettings",
            name="fax",
            field=core.web_addresses.Telephones(blank=True, max_length=150, verbose_name="fax"),
        ),
        migrations.AlterField(
            model_name="sitesettings",
            name="phone",
            field=core.web_addresses.Telephones(
                blank=True,
                help_text="Nhiều số thì cách nhau bằng dấu chấm phẩy.",
                max_length=150,
                verbose_name="điện thoại",
            ),
        ),
        migrations.AlterField(
            model_name="sitesettings",
            name="website",
            field=core.web_addresses.WebAddress(blank=True, max_length=300, verbose_name="website"),
        ),
        migrations.AddConstraint(
            model_name="sitesettings",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("accent__regex", "^#[0-9a-f]{6}$"),
                    ("accent_dark__regex", "^#[0-9a-f]{6}$"),
                    ("cloth__regex", "^#[0-9a-f]{6}$"),
                    ("cloth_dark__regex", "^#[0-9a-f]{6}$"),
                ),
                name="site_settings_colours",
                violation_error_message="Màu có dạng #a5171c.",
            ),
        ),
        migrations.AddField(
            model_name="banner",
            name="picture",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="library.picture",
                verbose_name="ảnh",
            ),
        ),
        migrations.AddConstraint(
            model_name="columnblock",
            constraint=models.CheckConstraint(
                condition=models.Q(("count__gte", 1), ("count__lte", 20)),
                name="column_block_has_a_few",
                violation_error_message="Mỗi khối có từ 1 đến 20 dòng.",
            ),
        ),
        migrations.AddField(
            model_name="contact",
            name="picture",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="library.picture",
                verbose_name="ảnh chân dung",
            ),
        ),
        migrations.AddField(
            model_name="historicalstandingpage",
            name="created_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người tạo",
            ),
        ),
        migrations.AddField(
            model_name="historicalstandingpage",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalstandingpage",
            name="updated_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người sửa",
            ),
        ),
        migrations.AddField(
            model_name="menuitem",
            name="category",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="news.category",
                verbose_name="chuyên mục",
            ),
        ),
        migrations.AddField(
            model_name="menuitem",
            name="pack",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="documents.pack",
                verbose_name="bộ tài liệu",
            ),
        ),
        migrations.AddField(
            model_name="menuitem",
            name="parent",
            field=models.ForeignKey(
                blank=True,
                limit_choices_to={"menu": "main", "parent": None},
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="children",
                to="pages.menuitem",
                verbose_name="thuộc mục",
            ),
        ),
        migrations.AddField(
            model_name="menuitem",
            name="series",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="documents.series",
                verbose_name="ấn phẩm",
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_at", None),
                    ("ends_at", None),
                    ("ends_at__gt", models.F("starts_at")),
                    _connector="OR",
                ),
                name="notice_ends_after_start",
                violation_error_message="“Đến lúc” phải sau “từ lúc”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("address", ""),
                    ("address__regex", "^(/([^/\\\\]|$)|https?://)"),
                    _connector="OR",
                ),
                name="notice_address_is_a_link",
                violation_error_message="Địa chỉ phải bắt đầu bằng “/” hoặc “https://”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__isnull", False)),
                name="notice_ends",
                violation_error_message="Tin khẩn phải có lúc kết thúc.",
            ),
        ),
        migrations.AddField(
            model_name="picturelink",
            name="picture",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="library.picture",
                verbose_name="ảnh",
            ),
        ),
        migrations.AddField(
            model_name="slide",
            name="article",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="news.article",
                verbose_name="bài viết",
            ),
        ),
        migrations.AddConstraint(
            model_name="slogan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_at", None),
                    ("ends_at", None),
                    ("ends_at__gt", models.F("starts_at")),
                    _connector="OR",
                ),
                name="slogan_ends_after_start",
                violation_error_message="“Đến lúc” phải sau “từ lúc”.",
            ),
        ),
        migrations.AddField(
            model_name="standingpage",
            name="created_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người tạo",
            ),
        ),
        migrations.AddField(
            model_name="standingpage",
            name="original",
            field=models.OneToOneField(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="pages.standingpage",
                verbose_name="bản sửa của",
            ),
        ),
        migrations.AddField(
            model_name="standingpage",
            name="updated_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="người sửa",
            ),
        ),
        migrations.AddField(
            model_name="menuitem",
            name="page",
            field=models.ForeignKey(
                blank=True,
                help_text="Chỉ hiện khi trang đã đăng.",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="pages.standingpage",
                verbose_name="trang",
            ),
        ),
        migrations.AddField(
            model_name="historicalstandingpage",
            name="original",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pages.standingpage",
                verbose_name="bản sửa của",
            ),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.UniqueConstraint(
                fields=("name",), name="unit_name_once", violation_error_message="Tên này đã có."
            ),
        ),
        migrations.AddField(
            model_name="contact",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="contacts",
                to="pages.unit",
                verbose_name="đơn vị",
            ),
        ),
        migrations.AddConstraint(
            model_name="workevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_at", None), ("ends_at__gt", models.F("starts_at")), _connector="OR"
                ),
                name="work_event_ends_after_start",
                violation_error_message="Giờ kết thúc phải sau giờ bắt đầu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="banner",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_at", None),
                    ("ends_at", None),
                    ("ends_at__gt", models.F("starts_at")),
                    _connector="OR",
                ),
                name="banner_ends_after_start",
                violation_error_message="“Đến lúc” phải sau “từ lúc”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="picturelink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_at", None),
                    ("ends_at", None),
                    ("ends_at__gt", models.F("starts_at")),
                    _connector="OR",
                ),
                name="picturelink_ends_after_start",
                violation_error_message="“Đến lúc” phải sau “từ lúc”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="picturelink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("address", ""),
                    ("address__regex", "^(/([^/\\\\]|$)|https?://)"),
                    _connector="OR",
                ),
                name="picture_link_address_is_a_link",
                violation_error_message="Địa chỉ phải bắt đầu bằng “/” hoặc “https://”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="picturelink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("picture__isnull", True), models.Q(("alt", ""), _negated=True), _connector="OR"
                ),
                name="picture_link_is_described",
                violation_error_message="Ảnh cần có mô tả cho người không thấy ảnh.",
            ),
        ),
        migrations.AddConstraint(
            model_name="slide",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_at", None),
                    ("ends_at", None),
                    ("ends_at__gt", models.F("starts_at")),
                    _connector="OR",
                ),
                name="slide_ends_after_start",
                violation_error_message="“Đến lúc” phải sau “từ lúc”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="slide",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("address", ""),
                    ("address__regex", "^(/([^/\\\\]|$)|https?://)"),
                    _connector="OR",
                ),
                name="slide_address_is_a_link",
                violation_error_message="Địa chỉ phải bắt đầu bằng “/” hoặc “https://”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="slide",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("address", ""), ("article__isnull", False)),
                    models.Q(
                        ("article__isnull", True),
                        models.Q(("address", ""), _negated=True),
                        models.Q(("title", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="slide_leads_to_one",
                violation_error_message="Hãy chọn một bài viết, hoặc ghi chữ và địa chỉ.",
            ),
        ),
        migrations.AddIndex(
            model_name="standingpage",
            index=models.Index(
                condition=models.Q(("status", "published"), _negated=True),
                fields=["status"],
                name="standingpage_in_work",
            ),
        ),
        migrations.AddIndex(
            model_name="standingpage",
            index=models.Index(
                condition=models.Q(("review_by", None), _negated=True),
                fields=["review_by"],
                name="standingpage_review_by",
            ),
        ),
        migrations.AddIndex(
            model_name="standingpage",
            index=django.contrib.postgres.indexes.GinIndex(
                models.F("search"), name="standing_page_search"
            ),
        ),
        migrations.AddConstraint(
            model_name="standingpage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "published"), _negated=True),
                    ("published_at__isnull", False),
                    _connector="OR",
                ),
                name="standingpage_published_has_time",
                violation_error_message="Bài đã đăng phải có thời điểm đăng.",
            ),
        ),
        migrations.AddConstraint(
            model_name="standingpage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("expires_at__isnull", True),
                    ("published_at__isnull", True),
                    ("expires_at__gt", models.F("published_at")),
                    _connector="OR",
                ),
                name="standingpage_expires_after_publication",
                violation_error_message="Thời điểm hết hạn phải sau thời điểm đăng.",
            ),
        ),
        migrations.AddConstraint(
            model_name="standingpage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("original__isnull", True),
                    models.Q(("status__in", ["published", "withdrawn"]), _negated=True),
                    _connector="OR",
                ),
                name="standingpage_copy_is_not_public",
                violation_error_message="Bản sửa không tự đứng trên trang công khai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="standingpage",
            constraint=models.UniqueConstraint(
                condition=models.Q(("original", None)),
                fields=("slug",),
                name="standing_page_slug_once",
                violation_error_message="Đường dẫn này đã có trang khác.",
            ),
        ),
        migrations.AddConstraint(
            model_name="menuitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("address", ""),
                    ("address__regex", "^(/([^/\\\\]|$)|https?://)"),
                    _connector="OR",
                ),
                name="menu_item_address_is_a_link",
                violation_error_message="Địa chỉ phải bắt đầu bằng “/” hoặc “https://”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="menuitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("address", ""),
                        ("pack__isnull", True),
                        ("page__isnull", True),
                        ("place", ""),
                        ("series__isnull", True),
                    ),
                    models.Q(
                        ("address", ""),
                        ("category__isnull", True),
                        ("pack__isnull", True),
                        ("place", ""),
                        ("series__isnull", True),
                    ),
                    models.Q(
                        ("address", ""),
                        ("category__isnull", True),
                        ("page__isnull", True),
                        ("place", ""),
                        ("series__isnull", True),
                    ),
                    models.Q(
                        ("address", ""),
                        ("category__isnull", True),
                        ("pack__isnull", True),
                        ("page__isnull", True),
                        ("place", ""),
                    ),
                    models.Q(
                        ("address", ""),
                        ("category__isnull", True),
                        ("pack__isnull", True),
                        ("page__isnull", True),
                        ("series__isnull", True),
                    ),
                    models.Q(
                        ("category__isnull", True),
                        ("pack__isnull", True),
                        ("page__isnull", True),
                        ("place", ""),
                        ("series__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="menu_item_leads_to_one",
                violation_error_message="Mỗi mục chỉ dẫn tới một nơi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="menuitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("parent__isnull", True),
                    models.Q(("parent", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="menu_item_not_below_itself",
                violation_error_message="Một mục không thể thuộc chính nó.",
            ),
        ),
    ]
