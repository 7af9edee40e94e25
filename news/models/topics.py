"""Running stories: what belongs to one event over weeks and months."""

from django.db import models
from django.db.models import Exists, OuterRef, Subquery

from core.fields import PlainText, TextLine
from core.models import SlugFromName
from core.site import path_to
from core.vietnamese import SortKey
from library.models import Picture


class TopicQuerySet(models.QuerySet):
    def shown(self):
        """Those that have a page: something of them is public."""
        return self.filter(Exists(self.told()))

    def told(self):
        articles = self.model._meta.get_field("articles").related_model.objects
        return articles.published().filter(topic=OuterRef("pk"))

    def latest_first(self):
        """Those that have a page, each with the moments of its `first` and `latest` article."""
        told = self.told().values("published_at")
        return (
            self.shown()
            .select_related("picture")
            .annotate(
                first=Subquery(told.order_by("published_at", "id")[:1]),
                latest=Subquery(told.order_by("-published_at", "-id")[:1]),
            )
            .order_by("-latest", "id")
        )


class Topic(SlugFromName, models.Model):
    name = TextLine(
        "tên",
        max_length=150,
        unique=True,
        error_messages={"unique": "Đã có dòng sự kiện mang tên này."},
    )
    slug = models.SlugField("đường dẫn", max_length=120, unique=True, blank=True)
    description = PlainText(
        "giới thiệu", blank=True, help_text="Một đoạn nói sự kiện là gì, đứng đầu trang."
    )
    picture = models.ForeignKey(
        Picture, models.PROTECT, verbose_name="ảnh", null=True, blank=True, related_name="+"
    )

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = "dòng sự kiện"
        verbose_name_plural = "dòng sự kiện"
        ordering = [SortKey("name")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return path_to("news:topic", self.slug)
