"""The files of papers."""

from django.db import models

from documents.models.papers import Document
from files import models as files


class Attachment(files.Attachment):
    """A file of a paper."""

    OWNER = "document"

    document = models.ForeignKey(
        Document, models.CASCADE, verbose_name="văn bản", related_name="attachments"
    )

    class Meta(files.Attachment.Meta):
        constraints = [files.number_once("document", "attachment_number_once")]
