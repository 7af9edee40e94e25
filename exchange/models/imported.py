"""What came from elsewhere, so that a second run knows it."""

from django.db import models

from documents.models import Document
from news.models import Article


class Imported(models.Model):
    """Identity of a row in its source, and what the import made of it.

    `line_digest` tells whether the source has changed, `content_digest` (of what was stored)
    whether somebody has edited it here since.
    """

    origin = models.CharField(max_length=100)
    source_id = models.CharField(max_length=100)
    line_digest = models.CharField(max_length=64)
    content_digest = models.CharField(max_length=64)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint("origin", "source_id", name="%(class)s_identity_once")
        ]

    def __str__(self):
        return f"{self.origin}:{self.source_id}"


class ImportedArticle(Imported):
    article = models.OneToOneField(Article, models.CASCADE, related_name="imported")


class ImportedDocument(Imported):
    document = models.OneToOneField(Document, models.CASCADE, related_name="imported")
