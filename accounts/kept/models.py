from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

LASTS = timedelta(days=7)
MOST = 20  # kept of one person
# Never written down: what proves who one is, and what belongs to one page view alone.
SECRET = ("password", "code", "csrfmiddlewaretoken")


def fields_of(sent):
    """[[name, value], …] of what a QueryDict holds that may be written down."""
    return [
        [name, value]
        for name, values in sent.lists()
        if not any(word in name for word in SECRET)
        for value in values
    ]


class KeptFormQuerySet(models.QuerySet):
    def keep(self, person_id, path, sent):
        """Store what `sent` (a QueryDict) holds for this person; the oldest beyond MOST go."""
        kept = self.create(person_id=person_id, path=path, fields=fields_of(sent))
        newest = self.filter(person_id=person_id).order_by("-pk")
        self.filter(person_id=person_id).exclude(pk__in=newest.values("pk")[:MOST]).delete()
        return kept

    def over(self):
        return self.filter(models.Q(kept_at__lt=timezone.now() - LASTS) | models.Q(person=None))


class KeptForm(models.Model):
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="người dùng", null=True
    )
    path = models.TextField("gửi đến")
    fields = models.JSONField("các ô đã gõ")  # [[name, value], …] in the order of the form
    kept_at = models.DateTimeField("giữ lúc", auto_now_add=True)

    objects = KeptFormQuerySet.as_manager()

    class Meta:
        verbose_name = "biểu mẫu gửi sau khi hết phiên"
        verbose_name_plural = "biểu mẫu gửi sau khi hết phiên"

    def __str__(self):
        return self.path

    @property
    def texts(self):
        """What somebody wrote, rather than chose: long enough to be worth copying."""
        return [value for name, value in self.fields if len(value) > 60 or "\n" in value]
