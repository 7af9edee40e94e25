"""What attaches a file to an article or a paper."""

from pathlib import PurePath

from django.db import models
from django.db.models import Prefetch, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from core.fields import TextLine
from files.models.stored import StoredFile
from files.paragraphs import opening

A_PAGE = 10  # pages of a file on one page of its reading


class AttachmentQuerySet(models.QuerySet):
    def current(self):
        """Without what was replaced since."""
        return self.filter(replaced_at=None)

    def offered(self):
        """What a visitor of the page may fetch."""
        return self.current().filter(stored__state=StoredFile.State.CLEAR)

    def in_order(self):
        return self.select_related("stored").order_by("position", "number")

    def for_list(self):
        """The same for lists of many files, which show no readings."""
        stored = Prefetch("stored", StoredFile.objects.for_list())
        return self.order_by("position", "number").prefetch_related(stored)


class Attachment(models.Model):
    """A numbered place for a file on a page. The number is given by the database once and never
    used again; a file that is replaced keeps it, and stays as a row of its own with
    `replaced_at`, for editors. A subclass names its owner by OWNER; the owner tells by `address`
    which arguments its own address takes."""

    OWNER: str

    number = models.PositiveIntegerField("số thứ tự", db_default=0, editable=False)
    title = TextLine("tên hiển thị", max_length=200, blank=True)
    position = models.PositiveSmallIntegerField("thứ tự", default=0)
    stored = models.ForeignKey(
        StoredFile, models.PROTECT, verbose_name="tệp", related_name="%(app_label)s_attachments"
    )
    name = TextLine("tên tệp khi tải về", max_length=255, editable=False)
    replaced_at = models.DateTimeField("được thay lúc", null=True, editable=False)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        abstract = True
        verbose_name = "tệp đính kèm"
        verbose_name_plural = "tệp đính kèm"
        ordering = ["position", "number"]

    def __str__(self):
        return self.title or self.name

    def get_absolute_url(self):
        return self.address("file")

    def address(self, name, *more):
        """The address of what lies under this number: the file, its reading, a page's picture."""
        owner = self.owner
        return reverse(f"{self._meta.app_label}:{name}", args=[*owner.address, self.number, *more])

    def get_reading_url(self):
        return self.address("reading")

    def get_page_url(self, page):
        """A page of the file where it is read."""
        sheet = (page - 1) // A_PAGE + 1
        return f"{self.get_reading_url()}{f'?trang={sheet}' if sheet > 1 else ''}#trang-{page}"

    def get_picture_url(self, page):
        return self.address("page_picture", page)

    @property
    def owner(self):
        return getattr(self, self.OWNER)

    @property
    def size(self):
        return self.stored.size

    @property
    def checksum(self):
        return self.stored.checksum

    @property
    def extension(self):
        return PurePath(self.name).suffix.lstrip(".").upper()

    @cached_property
    def opening(self):
        """What the owner's page shows of it: (page, address of its picture) of two pages, and
        the first paragraphs of its text."""
        drawn = range(1, min(2, self.stored.drawn) + 1)
        first = self.stored.pages.first() if self.stored.has_text else None
        return {
            "pictures": [(page, self.get_picture_url(page)) for page in drawn],
            "paragraphs": opening(first.text) if first else [],
        }

    def open(self):
        return self.stored.content.open("rb")

    def put(self, stored, name):
        """Take a stored file under this name; what was here before becomes an earlier version."""
        if self.pk and self.stored_id != stored.pk:
            earlier = type(self).objects.get(pk=self.pk)
            earlier.pk, earlier.replaced_at = None, timezone.now()
            earlier.save(force_insert=True)
        self.stored, self.name = stored, name
        self.save()
        if self.number == 0:
            self.refresh_from_db(fields=["number"])

    def earlier_versions(self):
        """What stood under this number before, the newest first."""
        same = {self.OWNER: self.owner, "number": self.number}
        replaced = type(self).objects.filter(**same).exclude(replaced_at=None)
        return replaced.select_related("stored").order_by("-replaced_at")

    def twins(self):
        """Other current attachments of this kind with the same bytes."""
        same = type(self).objects.current().filter(stored=self.stored_id)
        return same.exclude(pk=self.pk).select_related(self.OWNER)


def number_once(owner, name):
    """The constraint of a subclass: one current file under each number of an owner."""
    return models.UniqueConstraint(
        fields=[owner, "number"], name=name, condition=Q(replaced_at=None)
    )
