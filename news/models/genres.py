"""Genres, by which royalties are reckoned, and what was reckoned."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from core.fields import TextLine
from core.vietnamese import day_words

# The genres of Decree 18/2014 and those that a board's portal has beside them. The decree gives
# the highest coefficient of each; what is usual is the board's own decision, so none is set.
GENRES = [
    "Tin",
    "Tin ảnh",
    "Bài phản ánh",
    "Chính luận",
    "Phóng sự",
    "Ký",
    "Phỏng vấn",
    "Gương người tốt, việc tốt",
    "Nghiên cứu, trao đổi",
    "Trả lời bạn đọc",
    "Sáng tác văn học",
    "Chùm ảnh",
]


class CoefficientField(models.DecimalField):
    """Two decimals, empty or from zero on; the table that has one holds the constraint."""

    def __init__(self, verbose_name=None, **options):
        fixed = {"max_digits": 5, "decimal_places": 2, "null": True, "blank": True}
        super().__init__(verbose_name, **options | fixed | {"validators": [MinValueValidator(0)]})

    def formfield(self, **kwargs):
        """Typed and shown with a comma, as decimals are written here."""
        return super().formfield(**{"localize": True} | kwargs)


class Genre(models.Model):
    name = TextLine(
        "tên",
        max_length=100,
        unique=True,
        error_messages={"unique": "Thể loại này đã có."},
    )
    usual_coefficient = CoefficientField(
        "hệ số thường dùng", help_text="Cho bài không ghi hệ số riêng."
    )
    usual_photo_coefficient = CoefficientField(
        "hệ số ảnh thường dùng", help_text="Cho ảnh của bài không ghi hệ số riêng."
    )
    position = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "thể loại"
        verbose_name_plural = "thể loại"
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                name="genre_coefficients_not_negative",
                condition=Q(usual_coefficient__gte=0, usual_photo_coefficient__gte=0),
                violation_error_message="Hệ số không được âm.",
            )
        ]

    def __str__(self):
        return self.name


def ensure_genres():
    """Make the genres where there are none; a board that has its own keeps them as they are."""
    if not Genre.objects.exists():
        Genre.objects.bulk_create(
            Genre(name=name, position=place) for place, name in enumerate(GENRES, 1)
        )


class RoyaltyExport(models.Model):
    """That the royalties of a period were reckoned, by which amount, and by whom."""

    start = models.DateField("từ ngày")
    end = models.DateField("đến hết ngày")
    unit = models.PositiveIntegerField(
        "giá trị một đơn vị hệ số (đồng)", validators=[MinValueValidator(1)]
    )
    made_at = models.DateTimeField("xuất lúc", auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="người xuất",
        null=True,
        related_name="+",
    )

    class Meta:
        verbose_name = "lần xuất nhuận bút"
        verbose_name_plural = "lần xuất nhuận bút"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="royalty_export_period_has_an_order", condition=Q(end__gte=models.F("start"))
            )
        ]

    def __str__(self):
        return f"{day_words(self.start)} – {day_words(self.end)}"
