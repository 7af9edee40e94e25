"""Packs (bộ tài liệu): the papers of one occasion in an order, on one page and in one file."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Prefetch, Value
from django.urls import reverse

from core.fields import PlainText, TextLine
from core.history import Versions
from core.models import Publication, PublicationQuerySet, step_permissions
from core.searching import search_column
from documents.models.attachments import Attachment
from documents.models.papers import Document


class PackQuerySet(PublicationQuerySet):
    def for_list(self):
        return self.defer("search")


class Pack(Publication):
    """Anybody may see a pack; of its papers each visitor sees those that they may."""

    SLUG_FALLBACK = "bo-tai-lieu"

    lead = PlainText("lời dẫn", max_length=2000, blank=True)
    search = search_column("title", "lead", Value(""))

    objects = PackQuerySet.as_manager()
    history = Versions(
        excluded_fields=["search", "version", "original"],
        verbose_name="phiên bản bộ tài liệu",
        verbose_name_plural="phiên bản bộ tài liệu",
    )

    class Meta(Publication.Meta):
        verbose_name = "bộ tài liệu"
        verbose_name_plural = "bộ tài liệu"
        permissions = step_permissions("pack", "bộ tài liệu")
        indexes = [
            *Publication.Meta.indexes,
            GinIndex("search", name="pack_search"),
        ]

    def get_absolute_url(self):
        return reverse("documents:pack", args=[self.slug, self.pk])

    def get_zip_url(self):
        return reverse("documents:pack_zip", args=[self.slug, self.pk])

    def take_content(self, other):
        """A working copy takes the papers over and gives them back; versions tell the words."""
        super().take_content(other)
        if isinstance(other, Pack):
            self.items.all().delete()
            PackItem.objects.bulk_create(
                PackItem(
                    pack=self,
                    document_id=item.document_id,
                    heading=item.heading,
                    position=item.position,
                )
                for item in other.items.all()
            )

    def papers_for(self, viewer):
        """[(heading, paper)] of those that a viewer may see, in their order; each paper has what
        it offers in `files`."""
        items = self.items.all()
        files = Prefetch("attachments", Attachment.objects.offered().for_list(), to_attr="files")
        papers = Document.objects.visible_to(viewer).for_list(viewer).prefetch_related(files)
        found = papers.in_bulk([item.document_id for item in items])
        return [(i.heading, found[i.document_id]) for i in items if i.document_id in found]


class PackItem(models.Model):
    pack = models.ForeignKey(Pack, models.CASCADE, verbose_name="bộ tài liệu", related_name="items")
    document = models.ForeignKey(Document, models.CASCADE, verbose_name="văn bản", related_name="+")
    heading = TextLine(
        "đề mục",
        max_length=100,
        blank=True,
        help_text="Thư chỉ đạo, Hướng dẫn, Đề cương, Trình chiếu …",
    )
    position = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "văn bản trong bộ"
        verbose_name_plural = "văn bản trong bộ"
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pack", "document"],
                name="pack_document_once",
                violation_error_message="Văn bản này đã có trong bộ.",
            )
        ]

    def __str__(self):
        return self.heading or str(self.document)
