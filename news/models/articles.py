"""Articles."""

from math import ceil

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from core.fields import PlainText, RichText, TextLine
from core.history import Versions
from core.models import Publication, step_permissions
from core.sanitise import TAG
from library.models import Picture
from news.languages import LANGUAGES, VIETNAMESE
from news.models.authors import Author, credits_of
from news.models.categories import Category, Tag
from news.models.genres import CoefficientField, Genre
from news.models.querysets import ArticleQuerySet
from news.models.topics import Topic
from polls.models import Poll

WORDS_A_MINUTE = 250  # syllables of Vietnamese


class Article(Publication):
    category = models.ForeignKey(
        Category, models.PROTECT, verbose_name="chuyên mục", related_name="articles"
    )
    more_categories = models.ManyToManyField(
        Category,
        verbose_name="chuyên mục khác",
        related_name="+",
        blank=True,
        help_text="Bài cũng đứng trong danh sách của các chuyên mục này.",
    )
    topic = models.ForeignKey(
        Topic,
        models.PROTECT,
        verbose_name="dòng sự kiện",
        null=True,
        blank=True,
        related_name="articles",
    )
    language = models.CharField(
        "ngôn ngữ của bài", max_length=8, choices=LANGUAGES, default=VIETNAMESE
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
    authors = models.ManyToManyField(
        Author, verbose_name="tác giả", related_name="articles", blank=True
    )
    author = TextLine(
        "tác giả (không có trong danh sách)",
        max_length=200,
        blank=True,
        help_text="Cộng tác viên một lần, bài nhập từ nơi khác. In sau các tác giả đã chọn.",
    )
    photographers = models.ManyToManyField(
        Author, verbose_name="người chụp ảnh", related_name="pictured", blank=True
    )
    photographer = TextLine("người chụp ảnh (không có trong danh sách)", max_length=200, blank=True)
    source = TextLine("nguồn", max_length=200, blank=True)
    source_url = models.URLField("địa chỉ bài gốc", max_length=500, blank=True)
    source_published_at = models.DateTimeField("bài gốc đăng lúc", null=True, blank=True)
    tags = models.ManyToManyField(Tag, verbose_name="từ khóa", related_name="articles", blank=True)
    related_by_hand = models.ManyToManyField(
        "self",
        verbose_name="tin liên quan chọn tay",
        symmetrical=False,
        related_name="+",
        blank=True,
        limit_choices_to={"original": None},
        help_text="Đứng trước những tin liên quan mà trang tự tìm.",
    )
    pinned_until = models.DateTimeField(
        "ghim đầu chuyên mục đến",
        null=True,
        blank=True,
        help_text="Đến lúc đó bài đứng đầu danh sách của các chuyên mục có nó.",
    )
    featured_until = models.DateTimeField(
        "tin tiêu điểm đến",
        null=True,
        blank=True,
        help_text="Đến lúc đó bài được ưu tiên ở đầu trang chủ, sau các tin đã xếp tay.",
    )
    poll = models.ForeignKey(
        Poll,
        models.SET_NULL,
        verbose_name="thăm dò trong bài",
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"audience": "public"},
        help_text="Hiện dưới bài khi thăm dò đang đăng.",
    )
    genre = models.ForeignKey(
        Genre,
        models.PROTECT,
        verbose_name="thể loại",
        null=True,
        blank=True,
        related_name="articles",
    )
    coefficient = CoefficientField(
        "hệ số nhuận bút", help_text="Để trống thì lấy hệ số thường dùng của thể loại."
    )
    photo_coefficient = CoefficientField(
        "hệ số nhuận bút ảnh", help_text="Để trống thì lấy hệ số ảnh thường dùng của thể loại."
    )
    views = models.PositiveIntegerField(
        "lượt xem", default=0, editable=False, help_text="Bản chụp hằng giờ của số đếm."
    )
    last_number = models.PositiveIntegerField(default=0, editable=False)

    objects = ArticleQuerySet.as_manager()
    history = Versions(
        excluded_fields=["views", "last_number", "version", "original"],
        m2m_fields=[tags, more_categories, authors, photographers, related_by_hand],
        verbose_name="phiên bản bài viết",
        verbose_name_plural="phiên bản bài viết",
    )

    class Meta(Publication.Meta):
        verbose_name = "bài viết"
        verbose_name_plural = "bài viết"
        permissions = [
            *step_permissions("article", "bài viết"),
            ("export_royalties", "Xuất nhuận bút"),
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
            models.Index(
                "topic",
                F("published_at").desc(),
                F("id").desc(),
                name="article_newest_of_topic",
                condition=Q(status="published", topic__isnull=False),
            ),
            models.Index(
                fields=["pinned_until"],
                name="article_pinned",
                condition=Q(pinned_until__isnull=False),
            ),
            models.Index(
                fields=["featured_until"],
                name="article_featured",
                condition=Q(featured_until__isnull=False),
            ),
        ]
        constraints = [
            *Publication.Meta.constraints,
            models.CheckConstraint(
                name="article_coefficients_not_negative",
                condition=Q(coefficient__gte=0, photo_coefficient__gte=0),
                violation_error_message="Hệ số không được âm.",
            ),
        ]

    # `pinned` says otherwise. A template looks long for what an object has not.
    is_pinned = False

    def get_absolute_url(self):
        """Below its category's; put together by hand, since lists ask for it by the dozen."""
        return f"{self.category.get_absolute_url()}{self.slug}-{self.pk}/"

    @property
    def address(self):
        return self.category.slug, self.slug, self.pk

    def breadcrumbs(self):
        return self.category.breadcrumbs()

    @property
    def attachment_list(self):
        """What is offered; most articles have no file, and are not asked for any. A working copy
        has the files of its original."""
        owner = self.original or self
        return owner.attachments.offered().in_order() if owner.last_number else []

    @property
    def writers(self):
        """The Credits of the text."""
        return credits_of(self.authors.all(), self.author)

    @property
    def picture_takers(self):
        """The Credits of the pictures."""
        return credits_of(self.photographers.all(), self.photographer)

    @property
    def foreign(self):
        """The tag of its language where that is not the page's; else ""."""
        return "" if self.language == VIETNAMESE else self.language

    @property
    def reading_minutes(self):
        """How long a calm reader takes, at WORDS_A_MINUTE."""
        return max(1, ceil(len(TAG.sub(" ", self.body).split()) / WORDS_A_MINUTE))

    def get_writing_url(self):
        return reverse("contributions:article", args=[self.pk])

    def get_print_url(self):
        return reverse("news:article_print", args=self.address)
