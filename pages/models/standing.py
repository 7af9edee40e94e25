"""Standing pages (/trang/…): what stays: functions and duties, how to reach us, instructions."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.fields import PlainText, RichText
from core.history import Versions
from core.models import Publication, PublicationQuerySet, step_permissions
from core.searching import search_column


class StandingPageQuerySet(PublicationQuerySet):
    def for_list(self):
        return self.defer("search", "body")

    def once_called(self, slug):
        """The page that had this address before, or None. The address is its own by now."""
        former = StandingPage.history.filter(slug=slug, original=None).values("id")
        return self.filter(pk__in=former, original=None).first()


class StandingPage(Publication):
    SLUG_FALLBACK = "trang"

    lead = PlainText("lời dẫn", max_length=1000, blank=True)
    body = RichText("nội dung", blank=True)
    search = search_column("title", "lead", "body")

    objects = StandingPageQuerySet.as_manager()
    history = Versions(
        excluded_fields=["search", "version"],
        verbose_name="phiên bản trang",
        verbose_name_plural="phiên bản trang",
    )

    class Meta(Publication.Meta):
        verbose_name = "trang"
        verbose_name_plural = "trang (giới thiệu, hướng dẫn…)"
        permissions = step_permissions("standingpage", "trang")
        indexes = [*Publication.Meta.indexes, GinIndex("search", name="standing_page_search")]
        constraints = [
            *Publication.Meta.constraints,
            models.UniqueConstraint(
                fields=["slug"],
                condition=Q(original=None),
                name="standing_page_slug_once",
                violation_error_message="Đường dẫn này đã có trang khác.",
            ),
        ]

    def get_absolute_url(self):
        return reverse("pages:standing", args=[self.slug])
