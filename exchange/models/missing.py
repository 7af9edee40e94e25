"""Addresses that answered 404: how often, and from where people came.

A hit is one inserted row; a job adds them up. Nothing of the visitor is kept.
"""

from django.db import models
from django.db.models.functions import Now

LONGEST = 300


class MissedHit(models.Model):
    """One answer, until it is added up."""

    path = models.CharField(max_length=LONGEST)
    referrer = models.CharField(max_length=LONGEST, blank=True)  # host and path, never a query
    at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = "lượt hỏi địa chỉ không có"
        verbose_name_plural = "lượt hỏi địa chỉ không có"

    def __str__(self):
        return self.path


class MissedAddress(models.Model):
    path = models.CharField("địa chỉ", max_length=LONGEST, unique=True)
    count = models.PositiveIntegerField("số lần", default=0)
    first_at = models.DateTimeField("lần đầu")
    last_at = models.DateTimeField("lần cuối")

    class Meta:
        verbose_name = "địa chỉ không có"
        verbose_name_plural = "địa chỉ không có (404)"
        permissions = [("lead_on_missedaddress", "Chuyển hướng địa chỉ không có")]
        ordering = ["-count", "-last_at"]

    def __str__(self):
        return self.path


class MissedReferrer(models.Model):
    """A page that leads to an address that is not there."""

    address = models.ForeignKey(MissedAddress, models.CASCADE, related_name="referrers")
    referrer = models.CharField("trang dẫn tới", max_length=LONGEST)
    count = models.PositiveIntegerField("số lần", default=0)

    class Meta:
        verbose_name = "trang dẫn tới"
        verbose_name_plural = "các trang dẫn tới"
        ordering = ["-count", "id"]
        constraints = [
            models.UniqueConstraint(fields=["address", "referrer"], name="missed_referrer_once")
        ]

    def __str__(self):
        return self.referrer
