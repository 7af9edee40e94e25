"""Citations that stand on pages, as they were read there, and the pages still to be read."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.fields import TextLine
from documents.citations.queries import CitationQuerySet
from documents.models.papers import Document


class Citation(models.Model):
    """A citation on a page, an article or a paper; written by documents/citations/reading.py.

    It names no paper by a foreign key: which ones it fits is asked by its key whenever a page is
    shown, so that papers may come later and go. Only for a malformed one an editor chooses.
    """

    article = models.ForeignKey(
        "news.Article", models.CASCADE, verbose_name="bài viết", null=True, related_name="citations"
    )
    document = models.ForeignKey(
        Document, models.CASCADE, verbose_name="văn bản", null=True, related_name="citations"
    )
    symbol = TextLine("số, ký hiệu", max_length=100)
    key = models.CharField("khóa", max_length=100)
    kind_name = TextLine("loại văn bản", max_length=100, blank=True)
    rival = TextLine("loại loại trừ", max_length=100, blank=True)
    issued_on = models.DateField("ngày được ghi", null=True)
    is_doubtful = models.BooleanField("viết chưa đúng thể thức", default=False)
    settled_as = models.ForeignKey(
        Document,
        models.PROTECT,
        verbose_name="văn bản được nhắc đến",
        null=True,
        blank=True,
        related_name="+",
        help_text="Để trống nếu đây không phải là số, ký hiệu của một văn bản.",
    )
    settled_at = models.DateTimeField("xem lúc", null=True, editable=False)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="người xem",
        null=True,
        editable=False,
        related_name="+",
    )

    objects = CitationQuerySet.as_manager()

    class Meta:
        verbose_name = "trích dẫn cần xem"
        verbose_name_plural = "trích dẫn cần xem"
        default_permissions = ()
        indexes = [models.Index(fields=["key"], name="citation_key")]
        constraints = [
            models.CheckConstraint(
                name="citation_on_one_page",
                condition=Q(article__isnull=True) ^ Q(document__isnull=True),
            ),
            models.CheckConstraint(
                name="citation_settled_if_doubtful",
                condition=Q(settled_as__isnull=True)
                | Q(is_doubtful=True, settled_at__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["article", "document", "key", "issued_on", "rival"],
                name="citation_once_a_page",
                nulls_distinct=False,
            ),
        ]

    def __str__(self):
        return self.symbol

    @property
    def page(self):
        return self.article or self.document

    @property
    def on(self):
        return self.issued_on

    @property
    def identity(self):
        """As that of the parser's citations."""
        return self.key, self.issued_on, self.rival


class UnreadPage(models.Model):
    """A page whose text changed and is still to be read; triggers write it (0011).

    Without constraints: writers of pages must not wait for the reader, nor for each other.
    """

    article = models.ForeignKey(
        "news.Article",
        models.DO_NOTHING,
        verbose_name="bài viết",
        null=True,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    document = models.ForeignKey(
        Document,
        models.DO_NOTHING,
        verbose_name="văn bản",
        null=True,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )

    class Meta:
        verbose_name = "trang chờ đọc"
        verbose_name_plural = "trang chờ đọc"
        default_permissions = ()

    def __str__(self):
        return f"{self.article_id or self.document_id}"


class WantedPaper(Citation):
    """The list of papers that are cited and missing, as a page of the admin."""

    class Meta:
        proxy = True
        verbose_name = "văn bản còn thiếu"
        verbose_name_plural = "văn bản còn thiếu"
        default_permissions = ()
