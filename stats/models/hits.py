"""What happened in the last minutes, a row each.

Rows are only inserted, so that two visitors never wait for each other and what was answered is
counted also after a `kill -9`. `stats.folding` adds them to the sums of their day.
"""

import uuid

from django.db import models
from django.db.models.functions import Now

from stats import storing
from stats.places import place_of


class HitQuerySet(models.QuerySet):
    def count_one(self, what, publication):
        """Note a view or a download of a publication that the visitor was let in to."""
        if place := place_of(publication):
            storing.store(storing.Row(what=what, place=place))


class Hit(models.Model):
    """Nothing of it tells who it was: `visitor` is a hash whose salt lives for a day."""

    class What(models.TextChoices):
        VIEW = "view", "lượt xem"
        DOWNLOAD = "download", "lượt tải"
        ROBOT = "robot", "lượt của máy tìm kiếm"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    what = models.CharField("việc", max_length=8, choices=What)
    thing = models.CharField("loại trang", max_length=8, blank=True)
    object_id = models.PositiveBigIntegerField(default=0)
    visitor = models.BigIntegerField("dấu của ngày", null=True)
    source = models.CharField("nguồn", max_length=8, blank=True)
    name = models.CharField("tên nguồn", max_length=100, blank=True)
    at = models.DateTimeField("lúc", db_default=Now())

    objects = HitQuerySet.as_manager()

    class Meta:
        verbose_name = "lượt"
        verbose_name_plural = "lượt chưa cộng"

    def __str__(self):
        return f"{self.what} {self.thing} {self.object_id}"
