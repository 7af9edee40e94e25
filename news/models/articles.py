"""Articles."""

from math import ceil

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from core.fields import PlainText, RichText, TextLine
from core.history import Versions
from core.models import Publication
from core.sanitise import text_of
from library.models import Picture
from news.models.categories import Category, Tag
from news.models.querysets import ArticleQuerySet

WORDS_A_MINUTE = 250  # syllables of Vietnamese


class Article(Publication):
    category = models.ForeignKey(
        Category, models.PROTECT, verbose_name="chuyên mục", related_name="articles"
    )
    lead = PlainText("sa-pô", blank=True, help_text="Một đoạn mở đầu, in đậm dưới tiêu đề.")
    body = RichText("nội dung", blank=True)
    picture = models.ForeignKey(
        Picture,
        models.PROTECT,
        verbose_name="ảnh đại diện",
        null=True,
        blank=True,
        related_name="+",
    )
    picture_caption = TextLine("chú thích ảnh", max_length=500, blank=True)
    author = TextLine("tác giả bài viết", max_length=200, blank=True)
    photographer = TextLine("tác giả ảnh", max_length=200, blank=True)
    source = TextLine("nguồn", max_length=200, blank=True)
    source_url = models.URLField("địa chỉ bài gốc", max_length=500, blank=True)
    source_published_at = models.DateTimeField("bài gốc đăng lúc", null=True, blank=True)
    tags = models.ManyToManyField(Tag, verbose_name="từ khóa", related_name="articles", blank=True)
    views = models.PositiveIntegerField(
        "lượt xem", default=0, editable=False, help_text="Bản chụp hằng giờ của số đếm."
    )
    search = models.GeneratedField(
        expression=models.Func(
            "title", "lead", "body", function="core_search_vector", output_field=SearchVectorField()
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = ArticleQuerySet.as_manager()
    history = Versions(
        excluded_fields=["views", "search", "version", "original"],
        m2m_fields=[tags],
        verbose_name="phiên bản bài viết",
        verbose_name_plural="phiên bản bài viết",
    )

    class Meta(Publication.Meta):
        verbose_name = "bài viết"
        verbose_name_plural = "bài viết"
        permissions = [
            ("submit_article", "Gửi duyệt bài viết"),
            ("return_article", "Trả lại bài viết"),
            ("approve_article", "Duyệt bài viết"),
            ("publish_article", "Đăng và gỡ bài viết"),
        ]
        indexes = [
            *Publication.Meta.indexes,
            models.Index(
                F("published_at").desc(),
                F("id").desc(),
                name="article_newest",
                condition=Q(status="published"),
            ),
            models.Index(
                "category",
                F("published_at").desc(),
                F("id").desc(),
                name="article_newest_of_category",
                condition=Q(status="published"),
            ),
            GinIndex("search", name="article_search"),
        ]

    def get_absolute_url(self):
        return reverse("news:article", args=[self.category.slug, self.slug, self.pk])

    @property
    def reading_minutes(self):
        """How long a calm reader takes, at WORDS_A_MINUTE."""
        return max(1, ceil(len(text_of(self.body).split()) / WORDS_A_MINUTE))

    def get_print_url(self):
        return reverse("news:article_print", args=[self.category.slug, self.slug, self.pk])
