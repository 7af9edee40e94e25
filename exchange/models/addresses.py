"""Addresses of former sites, and others that an administrator leads on."""

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Case, Q, When
from django.utils.encoding import escape_uri_path

from core.web_addresses import Link
from documents.models import Document
from exchange.paths import spelled
from news.models import Article


class OldAddressQuerySet(models.QuerySet):
    def target_of(self, request):
        """Where the old address that this request names leads now; "" if it is none, or leads to
        what this visitor may not see.

        The same path may have stood on several merged sites: the one whose name was asked for
        comes first.
        """
        path = spelled(escape_uri_path(request.path), request.META.get("QUERY_STRING", ""))
        host = request.get_host().split(":")[0]
        found = self.filter(path=path).select_related("article__category", "document")
        old = found.order_by(Case(When(host=host, then=0), default=1), "id").first()
        return old.target_for(getattr(request, "user", AnonymousUser())) if old else ""


class OldAddress(models.Model):
    """An address and what it showed; answered by a permanent redirect."""

    host = models.CharField("tên miền cũ", max_length=253)
    path = models.CharField("đường dẫn cũ", max_length=1000)  # with its query: /index.php?id=7
    article = models.ForeignKey(
        Article,
        models.CASCADE,
        verbose_name="bài viết",
        null=True,
        related_name="old_addresses",
    )
    document = models.ForeignKey(
        Document,
        models.CASCADE,
        verbose_name="văn bản",
        null=True,
        related_name="old_addresses",
    )
    address = Link("trang khác", blank=True)

    objects = OldAddressQuerySet.as_manager()

    class Meta:
        verbose_name = "địa chỉ cũ"
        verbose_name_plural = "địa chỉ cũ"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint("path", "host", name="old_address_once"),
            models.CheckConstraint(
                name="old_address_leads_to_one",
                condition=Q(article__isnull=False, document__isnull=True, address="")
                | Q(article__isnull=True, document__isnull=False, address="")
                | (Q(article__isnull=True, document__isnull=True) & ~Q(address="")),
            ),
            # A path of this site: no redirect ever leads a visitor elsewhere, or to itself.
            models.CheckConstraint(
                name="old_address_stays_here",
                condition=Q(address="")
                | (Q(address__regex=r"^/([^/\\]|$)") & ~Q(address=models.F("path"))),
            ),
        ]

    def __str__(self):
        return self.host + self.path

    def target_for(self, visitor):
        """Through the public door: what is withdrawn leads to its note (410)."""
        if self.address:
            return self.address
        row = self.article or self.document
        found = type(row).objects.filter(pk=row.pk)
        shown = found.visible_to(visitor).exists() or found.gone().exists()
        return row.get_absolute_url() if shown else ""
