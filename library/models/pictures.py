"""Pictures, decoded and encoded anew before anybody sees them."""

import re
from functools import partial

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.validators import MaxValueValidator
from django.db import IntegrityError, models, transaction
from django.db.models import Q, Value
from django.db.models.functions import Concat
from django.utils.crypto import get_random_string

from core.fields import TextLine
from core.searching import search_query
from library import renditions
from library.tasks import make_renditions
from library.uploads import Upload

KEY_LENGTH = 16
ADDRESS = re.compile(r"/anh/([a-z0-9]{16})/(\d{1,4})\.(webp|jpg)")

# Indexed but not stored in the row, which every list of articles fetches.
WORDS = models.Func(
    "alt",
    "caption",
    Concat("credit", Value(" "), "source", output_field=models.TextField()),
    function="core_search_vector",
    output_field=SearchVectorField(),
)


def new_key():
    """The name of a picture in addresses: random, so that one tells nothing of another."""
    return get_random_string(KEY_LENGTH, "abcdefghijklmnopqrstuvwxyz0123456789")


class PictureQuerySet(models.QuerySet):
    def matching(self, words):
        """By words of all that is told of a picture, in any spelling of their accents."""
        return self.alias(words=WORDS).filter(words=search_query(words))

    def add(self, file, **fields):
        """The picture with the bytes of this binary file, stored now if they are new.

        `fields`: alt, caption, credit, source, created_by. Raises ValidationError, in
        Vietnamese, for what is no picture.
        """
        return self.get_or_add(file, **fields)[0]

    def get_or_add(self, file, **fields):
        """The same, and whether it was new."""
        return self.get_or_keep(Upload.of(file), **fields)

    def get_or_keep(self, upload, **fields):
        """The same of an Upload, which was looked at before."""
        known = self.filter(checksum=upload.checksum).first()
        if known:
            return known, False
        try:
            picture = self.model(**fields)
            picture.store(upload)
        except IntegrityError:  # the same file from somebody else, this very moment
            return self.get(checksum=upload.checksum), False
        return picture, True

    def with_key(self, key):
        """The picture that has this key, or had it before its file was replaced."""
        return self.filter(Q(key=key) | Q(previous_keys__key=key)).first()


class Picture(models.Model):
    key = models.CharField("mã", max_length=KEY_LENGTH, unique=True, editable=False)
    alt = TextLine(
        "mô tả cho người không thấy ảnh",
        max_length=300,
        blank=True,
        help_text="Nói điều ảnh cho thấy, ví dụ “Đại biểu biểu quyết tại hội trường”.",
    )
    caption = TextLine("chú thích", max_length=500, blank=True)
    credit = TextLine("người chụp", max_length=100, blank=True)
    source = TextLine("nguồn", max_length=200, blank=True)
    focal_x = models.PositiveSmallIntegerField(
        "điểm chính, từ trái (%)", default=50, validators=[MaxValueValidator(100)]
    )
    focal_y = models.PositiveSmallIntegerField(
        "điểm chính, từ trên (%)", default=50, validators=[MaxValueValidator(100)]
    )
    width = models.PositiveIntegerField("rộng (px)", editable=False)
    height = models.PositiveIntegerField("cao (px)", editable=False)
    checksum = models.CharField("SHA-256", max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField("tải lên lúc", auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="người tải lên",
        null=True,
        editable=False,
        related_name="+",
    )
    objects = PictureQuerySet.as_manager()

    class Meta:
        verbose_name = "ảnh"
        verbose_name_plural = "ảnh"
        ordering = ["-id"]
        permissions = [("replace_picture", "Thay tệp của ảnh đang dùng")]
        indexes = [GinIndex(WORDS, name="picture_search")]
        constraints = [
            models.CheckConstraint(
                name="picture_focal_point_inside",
                condition=Q(focal_x__lte=100, focal_y__lte=100),
                violation_error_message="Điểm chính phải nằm trong ảnh (0–100 %).",
            )
        ]

    def __str__(self):
        return self.alt or self.caption or f"Ảnh {self.key}"

    @transaction.atomic
    def store(self, upload):
        """Take the place of what was there: a new key, so that no cache shows the old picture.

        The old key leads on to the new one; the old files are deleted after the commit.
        """
        old, self.key = self.key, new_key()
        self.checksum = upload.checksum
        self.width, self.height = upload.image.size
        self.save()
        if old:
            self.previous_keys.create(key=old)
            transaction.on_commit(partial(renditions.remove, old), robust=True)
        renditions.keep(self.key, upload.image)
        make_renditions.defer(key=self.key)

    def delete(self, *args, **kwargs):
        transaction.on_commit(partial(renditions.remove, self.key), robust=True)
        return super().delete(*args, **kwargs)

    @property
    def widths(self):
        """The widths in pixels that there are renditions of, smallest first."""
        return renditions.widths_of(self.width)

    def url(self, width, extension="webp"):
        """The address of the smallest rendition at least `width` pixels wide, or the largest. Put
        together by hand, as ADDRESS takes it apart: a page asks for twenty."""
        fitting = next((w for w in self.widths if w >= width), self.widths[-1])
        return f"/anh/{self.key}/{fitting}.{extension}"

    @property
    def src(self):
        return self.url(960)

    @property
    def thumb(self):
        return self.url(480)

    @property
    def share(self):
        """For cards that other sites make of a page: not all of them read WebP."""
        return self.url(1280, "jpg")

    @property
    def srcset(self):
        return ", ".join(f"{self.url(width)} {width}w" for width in self.widths)

    @property
    def srcset_jpeg(self):
        return ", ".join(f"{self.url(width, 'jpg')} {width}w" for width in self.widths)

    @property
    def focus_class(self):
        """Classes that keep the focal point in sight where the picture is cropped (focus.css)."""
        points = {"x": round(self.focal_x, -1), "y": round(self.focal_y, -1)}
        return " ".join(f"focus-{axis}-{point}" for axis, point in points.items() if point != 50)


class PreviousKeyQuerySet(models.QuerySet):
    def followed(self, html):
        """`html` with today's addresses in place of those of pictures replaced since."""
        keys = {address[1] for address in ADDRESS.finditer(html)}
        if not keys:
            return html
        known = self.filter(key__in=keys).select_related("picture")
        pictures = {previous.key: previous.picture for previous in known}

        def today(address):
            key, width, extension = address.groups()
            return pictures[key].url(int(width), extension) if key in pictures else address[0]

        return ADDRESS.sub(today, html) if pictures else html


class PreviousKey(models.Model):
    """A key that a picture had before its file was replaced; texts may still name it."""

    key = models.CharField("mã", max_length=KEY_LENGTH, unique=True)
    picture = models.ForeignKey(
        Picture, models.CASCADE, verbose_name="ảnh", related_name="previous_keys"
    )

    objects = PreviousKeyQuerySet.as_manager()

    class Meta:
        verbose_name = "mã trước đây"
        verbose_name_plural = "mã trước đây"

    def __str__(self):
        return self.key
