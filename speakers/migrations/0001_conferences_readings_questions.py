import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import core.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0002_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CalendarAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "person",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người dùng",
                    ),
                ),
            ],
            options={
                "verbose_name": "địa chỉ lịch riêng",
                "verbose_name_plural": "địa chỉ lịch riêng",
            },
        ),
        migrations.CreateModel(
            name="ReadingRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "until",
                    models.DateField(
                        blank=True,
                        help_text="Sau ngày này vẫn xác nhận được, ghi là trễ.",
                        null=True,
                        verbose_name="hạn xác nhận",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="yêu cầu lúc")),
                (
                    "document",
                    models.OneToOneField(
                        error_messages={"unique": "Tài liệu này đã có yêu cầu xác nhận."},
                        limit_choices_to={"audience": "members", "original": None},
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reading_request",
                        to="documents.document",
                        verbose_name="tài liệu",
                    ),
                ),
            ],
            options={
                "verbose_name": "yêu cầu xác nhận đã đọc",
                "verbose_name_plural": "xác nhận đã đọc",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "seen_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="thấy lúc"
                    ),
                ),
                ("since", models.DateTimeField(null=True, verbose_name="lần trước")),
                (
                    "person",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người xem",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần vào khu vực báo cáo viên",
                "verbose_name_plural": "lần vào khu vực báo cáo viên",
            },
        ),
        migrations.CreateModel(
            name="Conference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", core.fields.TextLine(max_length=300, verbose_name="tên hội nghị")),
                ("starts_at", models.DateTimeField(db_index=True, verbose_name="bắt đầu")),
                ("ends_at", models.DateTimeField(blank=True, null=True, verbose_name="kết thúc")),
                (
                    "place",
                    core.fields.TextLine(blank=True, max_length=300, verbose_name="địa điểm"),
                ),
                (
                    "link",
                    models.URLField(
                        blank=True, max_length=500, verbose_name="đường dẫn họp trực tuyến"
                    ),
                ),
                (
                    "note",
                    core.fields.PlainText(
                        blank=True,
                        help_text="Thành phần, việc cần chuẩn bị. Hiện cả trong lịch trên điện thoại.",
                        max_length=2000,
                        verbose_name="ghi chú",
                    ),
                ),
                (
                    "is_cancelled",
                    models.BooleanField(
                        default=False,
                        help_text="Hội nghị vẫn có trong lịch, ghi rõ là đã hoãn.",
                        verbose_name="đã hoãn",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="tạo lúc")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="sửa lúc")),
                (
                    "papers",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Báo cáo viên chỉ thấy những tài liệu đã đăng.",
                        related_name="+",
                        to="documents.document",
                        verbose_name="tài liệu",
                    ),
                ),
            ],
            options={
                "verbose_name": "hội nghị",
                "verbose_name_plural": "lịch hội nghị",
                "ordering": ["-starts_at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_at", None),
                            ("ends_at__gt", models.F("starts_at")),
                            _connector="OR",
                        ),
                        name="conference_ends_after_start",
                        violation_error_message="Giờ kết thúc phải sau giờ bắt đầu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("place", ""), _negated=True),
                            models.Q(("link", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="conference_is_somewhere",
                        violation_error_message="Hãy ghi địa điểm, hoặc đường dẫn họp trực tuyến.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", core.fields.PlainText(max_length=2000, verbose_name="câu hỏi")),
                ("asked_at", models.DateTimeField(auto_now_add=True, verbose_name="hỏi lúc")),
                (
                    "answer",
                    core.fields.PlainText(blank=True, max_length=5000, verbose_name="trả lời"),
                ),
                (
                    "answered_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="trả lời lúc"),
                ),
                (
                    "is_shared",
                    models.BooleanField(
                        default=False,
                        help_text="Câu hỏi và trả lời hiện cho mọi báo cáo viên, không kèm tên người hỏi.",
                        verbose_name="cho mọi báo cáo viên xem",
                    ),
                ),
                (
                    "seen_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="người hỏi xem lúc"
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người trả lời",
                    ),
                ),
                (
                    "asker",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người hỏi",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="documents.document",
                        verbose_name="về tài liệu",
                    ),
                ),
            ],
            options={
                "verbose_name": "câu hỏi",
                "verbose_name_plural": "hỏi đáp",
                "ordering": ["-asked_at", "-id"],
                "indexes": [models.Index(fields=["asker"], name="question_asker")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None)),
                            models.Q(
                                models.Q(("answer", ""), _negated=True),
                                ("answered_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="question_answer_has_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_shared", False),
                            models.Q(("answer", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="question_shared_is_answered",
                        violation_error_message="Hãy trả lời trước khi cho mọi người xem.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Confirmation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="xác nhận lúc")),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người đọc",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="confirmations",
                        to="speakers.readingrequest",
                        verbose_name="yêu cầu",
                    ),
                ),
            ],
            options={
                "verbose_name": "lượt xác nhận đã đọc",
                "verbose_name_plural": "lượt xác nhận đã đọc",
                "constraints": [
                    models.UniqueConstraint(fields=("request", "person"), name="confirmation_once")
                ],
            },
        ),
    ]
