"""Articles and how they are sorted."""

from bisect import bisect
from datetime import datetime
from math import ceil
from typing import NamedTuple

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, F, Q
from django.db.models.expressions import RawSQL
from django.db.models.functions import TruncMonth
from django.http import Http404
from django.urls import reverse
from django.utils.timezone import get_current_timezone

from core.fields import PlainText, RichText, TextLine
from core.history import Versions
from core.models import Publication, PublicationQuerySet, SlugFromName
from core.sanitise import text_of
from core.site import HOME
from core.vietnamese import SortKey
from library.models import Picture


def place(article):
    """Where it stands in the order of publication."""
    return article.published_at, article.pk


class CategoryQuerySet(models.QuerySet):
    def tree(self):
        """The top categories in order, each with its `children_list`, in one query."""
        categories = list(self)
        for category in categories:
            category.children_list = [c for c in categories if c.parent_id == category.pk]
        return [category for category in categories if category.parent_id is None]

    def with_children(self, slug):
        """One category with its `children_list`, in one query; 404 where there is none."""
        found = list(self.filter(Q(slug=slug) | Q(parent__slug=slug)).select_related("parent"))
        category = next((c for c in found if c.slug == slug), None)
        if category is None:
            raise Http404
        category.children_list = [c for c in found if c is not category]
        return category


class Category(SlugFromName, models.Model):
    """A section of the news; two levels."""

    name = TextLine("tên", max_length=100)
    slug = models.SlugField("đường dẫn", max_length=100, unique=True, blank=True)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name="thuộc chuyên mục",
        null=True,
        blank=True,
        related_name="children",
        limit_choices_to={"parent": None},
    )
    position = models.PositiveSmallIntegerField("thứ tự", default=0)
    description = TextLine("giới thiệu", max_length=300, blank=True)

    objects = CategoryQuerySet.as_manager()

    class Meta:
        verbose_name = "chuyên mục"
        verbose_name_plural = "chuyên mục"
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                "name", name="category_name_once", violation_error_message="Tên này đã có."
            ),
            models.CheckConstraint(
                name="category_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                violation_error_message="Chuyên mục không thể thuộc chính nó.",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("news:category", args=[self.slug])

    def clean(self):
        super().clean()
        if self.parent_id and (self.parent.parent_id or self.children.exists()):
            raise ValidationError({"parent": "Chuyên mục chỉ có hai cấp."})

    def breadcrumbs(self):
        """The trail from home to this category."""
        steps = [self.parent, self] if self.parent else [self]
        return [HOME, *((step.name, step.get_absolute_url()) for step in steps)]


class Tag(SlugFromName, models.Model):
    name = TextLine("tên", max_length=100, unique=True)
    slug = models.SlugField("đường dẫn", max_length=120, unique=True, blank=True)

    class Meta:
        verbose_name = "từ khóa"
        verbose_name_plural = "từ khóa"
        ordering = [SortKey("name")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("news:tag", args=[self.slug])


WORDS_A_MINUTE = 250  # syllables of Vietnamese

# Which articles may be related; whether they are public is asked of the public door.
CANDIDATES = """
    (SELECT id FROM news_article WHERE category_id = %s AND status = 'published'
        ORDER BY published_at DESC, id DESC LIMIT %s)
    UNION
    SELECT tagged.article_id FROM unnest(%s::bigint[]) AS wanted(tag_id), LATERAL (
        SELECT article_id FROM news_article_tags AS t WHERE t.tag_id = wanted.tag_id
        ORDER BY article_id DESC LIMIT %s
    ) AS tagged
"""


class Month(NamedTuple):
    year: int
    month: int
    count: int

    @property
    def url(self):
        return reverse("news:archive_month", args=[self.year, self.month])


class ArticleQuerySet(PublicationQuerySet):
    def in_category(self, category):
        """Articles of a category and of its subcategories."""
        return self.filter(Q(category=category) | Q(category__parent=category))

    def around(self, article, near, latest):
        """(newer, older, latest): up to `near` of its category after it and before it, nearest
        first, and the latest of all; in one query."""
        others = self.exclude(pk=article.pk)
        of_category = others.filter(category=article.category)
        parts = [
            of_category.newer_than(article)[:near],
            of_category.older_than(article)[:near],
            others.newest_first()[:latest],
        ]
        found = sorted(set(parts[0].union(*parts[1:], all=True)), key=place)
        same = [other for other in found if other.category_id == article.category_id]
        split = bisect([place(other) for other in same], place(article))
        return same[split:][:near], same[:split][::-1][:near], found[::-1][:latest]

    def related_to(self, article, limit):
        """Those that share the most tags with this one, then the newest of its category.

        Only the newest few of each tag and of the category are looked at, so that a tag of a
        hundred thousand articles costs no more than one of ten.
        """
        tags = [tag.pk for tag in article.tags.all()]
        few = limit * 5
        candidates = RawSQL(CANDIDATES, [article.category_id, few, tags, few])  # noqa: S611
        shared = Count("tags", filter=Q(tags__in=tags))
        return (
            self.filter(pk__in=candidates)
            .exclude(pk=article.pk)
            .annotate(shared=shared)
            .order_by("-shared", "-published_at", "-id")[:limit]
        )

    def in_month(self, year, month):
        """Published in this month of the calendar here."""
        start = datetime(year, month, 1, tzinfo=get_current_timezone())
        end = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=get_current_timezone())
        return self.filter(published_at__gte=start, published_at__lt=end)

    def months(self):
        """Every month that has articles, newest first, as Month."""
        starts = self.annotate(start=TruncMonth("published_at")).values_list("start")
        counts = starts.annotate(Count("id")).order_by("-start")
        return [Month(start.year, start.month, count) for start, count in counts]

    def for_list(self):
        """What a card shows and no more: bodies are long."""
        return self.select_related("category", "picture").defer("body", "search")


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

    def get_writing_url(self):
        return reverse("contributions:article", args=[self.pk])

    def get_print_url(self):
        return reverse("news:article_print", args=[self.category.slug, self.slug, self.pk])
