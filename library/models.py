"""Pictures, decoded and encoded anew before anybody sees them."""

from django.db import models
from django.urls import reverse
from django.utils.crypto import get_random_string

from core.fields import TextLine
from library.renditions import Renditions, widths_of

KEY_LENGTH = 16


def new_key():
    """The name of a picture in addresses: random, so that one tells nothing of another."""
    return get_random_string(KEY_LENGTH, "abcdefghijklmnopqrstuvwxyz0123456789")


class PictureQuerySet(models.QuerySet):
    def add(self, file, **fields):
        """The picture with the bytes of this binary file, stored now if they are new.

        `fields`: alt, credit. Raises ValidationError, in Vietnamese, for what is no picture.
        """
        renditions = Renditions.of(file)
        known = self.filter(checksum=renditions.checksum).first()
        return known or self.create(**self.model.stored(renditions), **fields)


class Picture(models.Model):
    key = models.CharField("mã", max_length=KEY_LENGTH, unique=True, editable=False)
    alt = TextLine(
        "mô tả cho người không thấy ảnh",
        max_length=300,
        help_text="Nói điều ảnh cho thấy, ví dụ “Đại biểu biểu quyết tại hội trường”.",
    )
    credit = TextLine("người chụp", max_length=100, blank=True)
    width = models.PositiveIntegerField("rộng (px)", editable=False)
    height = models.PositiveIntegerField("cao (px)", editable=False)
    checksum = models.CharField("SHA-256", max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField("tải lên lúc", auto_now_add=True)

    objects = PictureQuerySet.as_manager()

    class Meta:
        verbose_name = "ảnh"
        verbose_name_plural = "ảnh"
        ordering = ["-id"]

    def __str__(self):
        return self.alt or self.key

    @staticmethod
    def stored(renditions):
        """Store the renditions under a new key; gives the fields that tell of them."""
        key = new_key()
        renditions.store(key)
        return {
            "key": key,
            "checksum": renditions.checksum,
            "width": renditions.width,
            "height": renditions.height,
        }

    @property
    def widths(self):
        """The widths in pixels that there are renditions of, smallest first."""
        return widths_of(self.width)

    def url(self, width):
        """The address of the smallest rendition at least `width` pixels wide, or the largest."""
        fitting = next((w for w in self.widths if w >= width), self.widths[-1])
        return reverse("library:picture", args=[self.key, fitting])

    @property
    def src(self):
        return self.url(960)

    @property
    def thumb(self):
        return self.url(480)

    @property
    def srcset(self):
        return ", ".join(f"{self.url(width)} {width}w" for width in self.widths)
