"""Photo stories: pictures in an order, each with its words."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Count, Max, Prefetch, Value
from django.urls import reverse

from core.fields import PlainText, TextLine
from core.history import Versions
from core.models import Publication, PublicationQuerySet, step_permissions
from core.searching import search_column
from library.models.pictures import Picture


class GalleryQuerySet(PublicationQuerySet):
    def for_list(self, pictures=1):
        """What a card shows: the first pictures (`first_items`), and how many there are
        (`size`)."""
        first = GalleryItem.objects.select_related("picture")[:pictures]
        return (
            self.annotate(size=Count("items"))
            .prefetch_related(Prefetch("items", first, to_attr="first_items"))
            .defer("search")
        )


class Gallery(Publication):
    SLUG_FALLBACK = "chum-anh"

    lead = PlainText("lời dẫn", blank=True)
    search = search_column("title", "lead", Value(""))

    objects = GalleryQuerySet.as_manager()
    history = Versions(
        excluded_fields=["search", "version", "original"],
        verbose_name="phiên bản chùm ảnh",
        verbose_name_plural="phiên bản chùm ảnh",
    )

    class Meta(Publication.Meta):
        verbose_name = "chùm ảnh"
        verbose_name_plural = "chùm ảnh"
        permissions = step_permissions("gallery", "chùm ảnh")
        indexes = [GinIndex("search", name="gallery_search")]

    def get_absolute_url(self):
        return reverse("library:gallery", args=[self.slug, self.pk])

    @property
    def item_list(self):
        return self.items.all()

    @property
    def picture(self):
        """The one that stands for all of them, or None."""
        items = getattr(self, "first_items", self.item_list)
        return next((item.picture for item in items), None)

    def take_content(self, other):
        """A working copy takes the pictures over and gives them back; versions tell the words."""
        super().take_content(other)
        if isinstance(other, Gallery):
            self.items.all().delete()
            GalleryItem.objects.bulk_create(item.put_into(self) for item in other.item_list)

    def append(self, picture):
        """Put a picture at the end, unless the gallery has it."""
        last = self.items.aggregate(last=Max("position"))["last"] or 0
        self.items.get_or_create(picture=picture, defaults={"position": last + 1})


class GalleryItem(models.Model):
    gallery = models.ForeignKey(
        Gallery, models.CASCADE, verbose_name="chùm ảnh", related_name="items"
    )
    picture = models.ForeignKey(Picture, models.PROTECT, verbose_name="ảnh", related_name="+")
    caption = TextLine(
        "chú thích", max_length=500, blank=True, help_text="Để trống thì lấy chú thích của ảnh."
    )
    position = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "ảnh trong chùm"
        verbose_name_plural = "ảnh trong chùm"
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["gallery", "picture"],
                name="gallery_picture_once",
                violation_error_message="Ảnh này đã có trong chùm.",
            )
        ]

    def __str__(self):
        return self.words or str(self.picture)

    def put_into(self, gallery):
        """The same picture with the same words, for another gallery; not saved."""
        return GalleryItem(
            gallery=gallery,
            picture_id=self.picture_id,
            caption=self.caption,
            position=self.position,
        )

    @property
    def words(self):
        return self.caption or self.picture.caption
