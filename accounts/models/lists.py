"""A list of people to invite, between its upload and the printing of its slips."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models.people import User
from core.fields import TextLine

KEPT = timedelta(days=30)


class InvitationListQuerySet(models.QuerySet):
    def over(self):
        return self.filter(made_at__lt=timezone.now() - KEPT)


class InvitationList(models.Model):
    """`rows`: what the file said, emptied when it is carried out; `invited`: who came of it."""

    file_name = TextLine("tên tệp", max_length=200)
    role = models.ForeignKey(
        Group, models.PROTECT, verbose_name="vai trò khi dòng không ghi", related_name="+"
    )
    rows = models.JSONField(default=list)
    ignored = models.JSONField(default=list)  # headings that mean nothing here
    invited = models.JSONField(default=list)  # ids of the new accounts
    made_at = models.DateTimeField("tải lên lúc", auto_now_add=True)
    made_by = models.ForeignKey(
        User, models.SET_NULL, verbose_name="người tải lên", null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField("thực hiện lúc", null=True)

    objects = InvitationListQuerySet.as_manager()

    class Meta:
        verbose_name = "danh sách mời"
        verbose_name_plural = "danh sách mời"
        constraints = [
            models.CheckConstraint(
                name="carried_out_list_keeps_no_rows",
                condition=Q(confirmed_at=None) | Q(rows=[]),
            )
        ]

    def __str__(self):
        return self.file_name
