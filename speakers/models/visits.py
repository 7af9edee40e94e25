"""When a person was last here, by which new papers are marked."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

WRITTEN_EVERY = timedelta(hours=1)
PAUSE = timedelta(hours=8)  # after which a visit is another one


class VisitQuerySet(models.QuerySet):
    def of(self, person):
        """The visit of this person that goes on now. It is written once an hour, so the marks
        stay as long as somebody is at work; two requests at once write the same."""
        visit, _ = self.get_or_create(person=person)
        now = timezone.now()
        if visit.seen_at < now - WRITTEN_EVERY:
            if visit.seen_at < now - PAUSE:
                visit.since = visit.seen_at
            visit.seen_at = now
            visit.save(update_fields=["since", "seen_at"])
        return visit


class Visit(models.Model):
    person = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="người xem",
        null=True,
        related_name="+",
    )
    seen_at = models.DateTimeField("thấy lúc", default=timezone.now)
    since = models.DateTimeField("lần trước", null=True)  # end of the visit before; None: none

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = "lần vào khu vực báo cáo viên"
        verbose_name_plural = "lần vào khu vực báo cáo viên"

    def __str__(self):
        return str(self.person)
