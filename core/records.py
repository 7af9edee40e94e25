"""The log of steps, and who is told of them."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.functions import Now

from core import notices
from core.fields import PlainText

FILE_REFUSED = "refuse_file"  # by the gate, see files/gate.py


class StepRecordQuerySet(models.QuerySet):
    def of(self, publication):
        kind = ContentType.objects.get_for_model(publication)
        return self.filter(content_type=kind, object_id=publication.pk)

    def in_order(self):
        return self.select_related("by").order_by("-at", "-id")


class StepRecord(models.Model):
    """Who took which step when, from where to where, and why. Never changed."""

    content_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+")
    object_id = models.PositiveBigIntegerField()
    publication = GenericForeignKey()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="người làm", null=True
    )
    at = models.DateTimeField("lúc", auto_now_add=True)
    step = models.CharField("bước", max_length=20)
    label = models.CharField("tên bước", max_length=50)
    source = models.CharField("từ", max_length=9)
    target = models.CharField("đến", max_length=9)
    moment = models.DateTimeField("đăng lúc", null=True)
    words = PlainText("lời kèm", blank=True)

    objects = StepRecordQuerySet.as_manager()

    class Meta:
        verbose_name = "bước xử lý"
        verbose_name_plural = "nhật ký xử lý"
        indexes = [models.Index(fields=["content_type", "object_id"], name="step_record_of")]

    def __str__(self):
        return f"{self.label} ({self.at})"

    @classmethod
    def of(cls, publication, step, by, words):
        return cls(
            publication=publication,
            by=by,
            step=step.name,
            label=step.label,
            source=publication.status,
            target=step.target,
            words=words,
        )

    @property
    def who(self):
        """In words; a job takes no step but this one."""
        nobody = "Hệ thống" if self.step == FILE_REFUSED else "(đã xóa tài khoản)"
        return str(self.by or nobody)

    def notify(self):
        """Tell whom it concerns: at the desk, and by mail where that is set up."""
        people = notices.concerned(self)
        Notification.objects.bulk_create(
            Notification(person=person, record=self) for person in people
        )
        notices.send_mail_later(self)


class NotificationQuerySet(models.QuerySet):
    def unread_by(self, person):
        """The newest first, with what they are about."""
        unread = self.filter(person=person, read_at=None).select_related("record__by")
        return unread.order_by("-record__at", "-id")

    def about(self, publication):
        return self.filter(record__in=StepRecord.objects.of(publication))

    def about_any_of(self, publications):
        kind = ContentType.objects.get_for_model(publications.model)
        found = publications.order_by().values("pk")
        return self.filter(record__content_type=kind, record__object_id__in=found)

    def mark_read(self):
        return self.order_by().update(read_at=Now())


class Notification(models.Model):
    """A step that a person should know of."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="người nhận",
        null=True,
        related_name="notifications",
    )
    record = models.ForeignKey(StepRecord, models.CASCADE, related_name="notifications")
    read_at = models.DateTimeField("đã xem lúc", null=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = "thông báo"
        verbose_name_plural = "thông báo"
        indexes = [
            models.Index(
                fields=["person"], name="notification_unread", condition=models.Q(read_at=None)
            )
        ]

    def __str__(self):
        return str(self.record)
