"""What came from elsewhere, so that a second run knows it and old addresses lead on."""

from django.db import models
from django.db.models import Case, Q, When
from django.utils.encoding import escape_uri_path

from documents.models import Document
from exchange.paths import spelled
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


class OldAddressQuerySet(models.QuerySet):
    def target_of(self, request):
        """Where the old address that this request names leads now; "" if it is none.

        The same path may have stood on several merged sites: the one whose name was asked for
        comes first.
        """
        path = spelled(escape_uri_path(request.path), request.META.get("QUERY_STRING", ""))
        host = request.get_host().split(":")[0]
        found = self.filter(path=path).select_related("article__category", "document")
        old = found.order_by(Case(When(host=host, then=0), default=1), "id").first()
        return (old.article or old.document).get_absolute_url() if old else ""


class OldAddress(models.Model):
    """An address of a former site and what it showed; answered by a permanent redirect."""

    host = models.CharField(max_length=253)
    path = models.CharField(max_length=1000, help_text="With its query, as in /index.php?id=7.")
    article = models.ForeignKey(Article, models.CASCADE, null=True, related_name="old_addresses")
    document = models.ForeignKey(Document, models.CASCADE, null=True, related_name="old_addresses")

    objects = OldAddressQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint("path", "host", name="old_address_once"),
            models.CheckConstraint(
                name="old_address_leads_to_one",
                condition=Q(article__isnull=True) ^ Q(document__isnull=True),
            ),
        ]

    def __str__(self):
        return self.host + self.path
