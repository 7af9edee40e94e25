"""What is being typed, and who has what open. Neither is content: no edition, no version."""

from datetime import timedelta

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.http import QueryDict
from django.utils import timezone

HERE = timedelta(seconds=60)  # since the last sign of life, which comes every 20 seconds
GONE = timedelta(days=1)  # whom nobody is told of any more; a day leaves room for odd clocks
FORGOTTEN = timedelta(days=90)  # longer than any leave; what is wanted was taken back by then
KEY_LENGTH = 16


class AboutQuerySet(models.QuerySet):
    def about(self, model, pk):
        """Rows about one object of a model; `pk` None for those that are not saved yet."""
        kind = ContentType.objects.get_for_model(model)
        return self.filter(content_type=kind, object_id=pk)


class AutosaveQuerySet(AboutQuerySet):
    def keep(self, person, model, pk, key, data):
        """Store what a person has typed, in the place of what was stored before; without NUL,
        which PostgreSQL takes in no text."""
        kind = ContentType.objects.get_for_model(model)
        data = {name: [value.replace("\0", "") for value in data[name]] for name in data}
        return self.update_or_create(
            person=person,
            content_type=kind,
            object_id=pk,
            form_key="" if pk else key,
            defaults={"data": data},
        )[0]

    def forgotten(self):
        return self.filter(saved_at__lt=timezone.now() - FORGOTTEN)


class Autosave(models.Model):
    """One row a person and object. `form_key` tells the forms of unsaved objects apart."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="người gõ", null=True
    )
    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField(null=True)
    form_key = models.CharField("mã biểu mẫu", max_length=KEY_LENGTH, blank=True)
    data = models.JSONField("chữ đã gõ", help_text="{name: [value, …]} as the browser sent it.")
    saved_at = models.DateTimeField("lưu lúc", auto_now=True)

    objects = AutosaveQuerySet.as_manager()

    class Meta:
        verbose_name = "bản gõ dở"
        verbose_name_plural = "bản gõ dở"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "content_type", "object_id"],
                name="autosave_once",
                condition=models.Q(object_id__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["person", "content_type", "form_key"],
                name="autosave_of_unsaved_once",
                condition=models.Q(object_id__isnull=True),
            ),
        ]

    def __str__(self):
        return (self.data.get("title") or [""])[0] or "(chưa có tiêu đề)"

    def typed(self):
        """As if a browser had sent it again."""
        data = QueryDict(mutable=True)
        for name, values in self.data.items():
            data.setlist(name, values)
        return data


class PresenceQuerySet(AboutQuerySet):
    def touch(self, person, publication):
        kind = ContentType.objects.get_for_model(publication)
        self.update_or_create(person=person, content_type=kind, object_id=publication.pk)

    def gone(self):
        return self.filter(seen_at__lt=timezone.now() - GONE)

    def others(self, person, publication):
        """Who else has it open now, by name."""
        here = self.about(publication, publication.pk).filter(seen_at__gt=timezone.now() - HERE)
        found = here.exclude(person=person).exclude(person=None).select_related("person")
        return [str(presence.person) for presence in found.order_by("id")]


class Presence(models.Model):
    """A person has the page of an object open in the admin."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="người mở", null=True
    )
    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    seen_at = models.DateTimeField("thấy lúc", auto_now=True)

    objects = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = "người đang mở"
        verbose_name_plural = "người đang mở"
        constraints = [
            models.UniqueConstraint("content_type", "object_id", "person", name="presence_once")
        ]

    def __str__(self):
        return str(self.person)
