"""The order of the home page."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from news.models import Article, Category


class HomeLeadQuerySet(models.QuerySet):
    def running(self):
        """The articles that lead now."""
        return self.filter(Q(until=None) | Q(until__gt=Now())).values("article")


class HomeLead(models.Model):
    """An article that an editor put on top of the home page; the first one leads."""

    article = models.OneToOneField(
        Article, models.CASCADE, verbose_name="bài viết", related_name="home_lead"
    )
    position = models.PositiveSmallIntegerField("thứ tự", default=0)
    until = models.DateTimeField(
        "đến khi", null=True, blank=True, help_text="Bỏ trống: cho đến khi xóa dòng này."
    )

    objects = HomeLeadQuerySet.as_manager()

    class Meta:
        verbose_name = "tin đầu trang chủ"
        verbose_name_plural = "tin đầu trang chủ"
        ordering = ["position", "id"]

    def __str__(self):
        return str(self.article)


class HomeBlock(models.Model):
    """A category's block on the home page."""

    category = models.OneToOneField(
        Category, models.CASCADE, verbose_name="chuyên mục", related_name="+"
    )
    position = models.PositiveSmallIntegerField("thứ tự", default=0)
    count = models.PositiveSmallIntegerField(
        "số tin", default=4, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )

    class Meta:
        verbose_name = "khối trang chủ"
        verbose_name_plural = "khối trang chủ"
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                name="home_block_has_a_few",
                condition=Q(count__gte=1, count__lte=10),
                violation_error_message="Mỗi khối có từ 1 đến 10 tin.",
            )
        ]

    def __str__(self):
        return str(self.category)
