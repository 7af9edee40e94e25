"""In which lists each published article stands; kept by the database (news/sql/listing.sql)."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from core.arrays import IsOneOf
from news.models.articles import Article


class ListingQuerySet(models.QuerySet):
    def ordered(self, name, value=0, *, since=None, before=None, without=()):
        """The rows of a list whose time has come and is not over, the newest first. `since` and
        `before` are where it is known that they stand; `without`: ids of articles left out."""
        found = self.filter(
            Q(expires_at=None) | Q(expires_at__gt=Now()),
            list=name,
            value=value,
            published_at__lte=Now(),
        )
        if since:
            found = found.filter(published_at__gte=since)
        if before:
            found = found.filter(published_at__lt=before)
        if without:
            found = found.exclude(IsOneOf("article_id", without))
        return found.order_by("-published_at", "-article_id")


class Listing(models.Model):
    """`value` is the id of the category, topic, tag or author; 0 for the list of all."""

    pk = models.CompositePrimaryKey("article", "list", "value")
    list = models.TextField()
    value = models.BigIntegerField()
    published_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    article = models.ForeignKey(
        Article, models.DO_NOTHING, db_constraint=False, related_name="listings"
    )

    objects = ListingQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "news_listing"

    def __str__(self):
        return f"{self.list} {self.value}: {self.article_id}"
