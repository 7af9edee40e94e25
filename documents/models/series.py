"""Series (ấn phẩm): a bulletin that comes out month by month; each issue is a paper."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.fields import PlainText, TextLine
from core.models import SlugFromName
from core.vietnamese import SortKey
from library.models import Picture


class Series(SlugFromName, models.Model):
    name = TextLine("tên", max_length=150, unique=True)
    slug = models.SlugField("đường dẫn", max_length=150, unique=True, blank=True)
    description = PlainText("giới thiệu", max_length=1000, blank=True)

    class Meta:
        verbose_name = "ấn phẩm"
        verbose_name_plural = "ấn phẩm"
        ordering = [SortKey("name")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("documents:series", args=[self.slug])


class IssueOfSeries(models.Model):
    """Mixed into the paper: which issue of which series it is, if it is one."""

    series = models.ForeignKey(
        Series,
        models.PROTECT,
        verbose_name="ấn phẩm",
        related_name="issues",
        null=True,
        blank=True,
        help_text="Nếu văn bản này là một số của ấn phẩm định kỳ.",
    )
    issue_number = models.PositiveIntegerField("số", null=True, blank=True)
    issue_month = models.DateField(
        "tháng", null=True, blank=True, help_text="Một ngày bất kỳ của tháng ấy."
    )
    cover = models.ForeignKey(
        Picture,
        models.SET_NULL,
        verbose_name="ảnh bìa",
        related_name="+",
        null=True,
        blank=True,
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_issue_has_series",
                condition=Q(series__isnull=False)
                | Q(issue_number=None, issue_month=None, cover=None),
                violation_error_message="Số, tháng và ảnh bìa chỉ ghi cho một số của ấn phẩm.",
            ),
            models.UniqueConstraint(
                fields=["series", "issue_number", "issue_month"],
                name="%(class)s_issue_once",
                condition=Q(series__isnull=False, original__isnull=True)
                & ~Q(issue_number=None, issue_month=None),
                nulls_distinct=False,
                violation_error_message="Ấn phẩm đã có số ấy của tháng ấy.",
            ),
        ]

    @property
    def issue_name(self):
        """Số 11, tháng 10/2026; "" where neither is known."""
        number = f"Số {self.issue_number}" if self.issue_number is not None else ""
        month = f"tháng {self.issue_month:%m/%Y}" if self.issue_month else ""
        name = ", ".join(filter(None, [number, month]))
        return name[:1].upper() + name[1:]
