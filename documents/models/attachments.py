"""The files of papers."""

from pathlib import PurePath

from django.db import models
from django.urls import reverse

from core.fields import TextLine
from documents.files import checksum, path_for, safe_name
from documents.models.papers import Document


class Attachment(models.Model):
    """A file of a paper. Its number is given once by the database and never used again."""

    document = models.ForeignKey(
        Document, models.CASCADE, verbose_name="văn bản", related_name="attachments"
    )
    number = models.PositiveIntegerField("số thứ tự", db_default=0, editable=False)
    title = TextLine("tên hiển thị", max_length=200, blank=True)
    position = models.PositiveSmallIntegerField("thứ tự", default=0)
    file = models.FileField("tệp", upload_to=path_for, max_length=200)
    name = TextLine("tên tệp khi tải về", max_length=150, editable=False)
    size = models.PositiveBigIntegerField("kích thước (byte)", editable=False)
    checksum = models.CharField("SHA-256", max_length=64, editable=False)

    class Meta:
        verbose_name = "tệp đính kèm"
        verbose_name_plural = "tệp đính kèm"
        ordering = ["position", "number"]
        constraints = [models.UniqueConstraint("document", "number", name="attachment_number_once")]

    def __str__(self):
        return self.title or self.name

    def get_absolute_url(self):
        document = self.document
        return reverse("documents:file", args=[document.slug, document.pk, self.number])

    @property
    def extension(self):
        return PurePath(self.name).suffix.lstrip(".").upper()

    def describe(self, file, name):
        """Take an upload: its bytes, the name that it had, its size and checksum."""
        self.file, self.name, self.size = file, safe_name(name), file.size
        self.checksum = checksum(file)
