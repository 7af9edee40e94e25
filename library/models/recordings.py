"""Sound and films: a file of our own, or a link that is followed only when clicked."""

from pathlib import PurePath
from urllib.parse import urlsplit

from django.contrib.postgres.indexes import GinIndex
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.db.models.fields.files import FieldFile
from django.urls import reverse
from django.utils.crypto import get_random_string

from core.fields import PlainText
from core.history import Versions
from core.models import Publication, PublicationQuerySet, step_permissions
from core.searching import search_column
from library.models.pictures import Picture
from library.sounds import MEDIA_TYPES


def path_for(recording, filename):
    """Where a file lies: under a random name. It stays there, since versions tell of it."""
    return f"recordings/{get_random_string(24)}{PurePath(filename).suffix}"


class OwnFile(FieldFile):
    """Its one address asks whether the recording may be seen."""

    @property
    def url(self):
        return self.instance.get_file_url()


class OwnFileField(models.FileField):
    attr_class = OwnFile


class RecordingQuerySet(PublicationQuerySet):
    def for_list(self):
        return self.select_related("picture").defer("search", "transcript")


class Recording(Publication):
    SLUG_FALLBACK = "nghe-nhin"

    class Kind(models.TextChoices):
        AUDIO = "audio", "Âm thanh"
        VIDEO = "video", "Video"

    kind = models.CharField(
        "loại",
        max_length=5,
        choices=Kind,
        default=Kind.VIDEO,
        help_text="Với tệp tải lên, loại được nhận ra từ tệp.",
    )
    file = OwnFileField(
        "tệp",
        upload_to=path_for,
        max_length=200,
        blank=True,
        help_text="MP3, M4A, MP4 hoặc WebM; tối đa 300 MB.",
    )
    link = models.URLField(
        "hoặc đường dẫn ra ngoài",
        max_length=500,
        blank=True,
        validators=[URLValidator(["http", "https"])],
        help_text="YouTube, Đài Phát thanh và Truyền hình … Chỉ mở khi người xem bấm vào.",
    )
    picture = models.ForeignKey(
        Picture,
        models.PROTECT,
        verbose_name="ảnh bìa",
        null=True,
        blank=True,
        related_name="+",
    )
    lead = PlainText("giới thiệu", blank=True)
    transcript = PlainText(
        "toàn văn lời", blank=True, help_text="Cho người không nghe được, và để tìm kiếm."
    )
    search = search_column("title", "lead", "transcript")

    objects = RecordingQuerySet.as_manager()
    history = Versions(
        excluded_fields=["search", "version", "original"],
        verbose_name="phiên bản âm thanh, video",
        verbose_name_plural="phiên bản âm thanh, video",
    )

    class Meta(Publication.Meta):
        verbose_name = "bản ghi âm, ghi hình"
        verbose_name_plural = "âm thanh, video"
        permissions = step_permissions("recording", "âm thanh, video")
        indexes = [GinIndex("search", name="recording_search")]
        constraints = [
            *Publication.Meta.constraints,
            models.CheckConstraint(
                name="recording_file_or_link",
                condition=(Q(file="") & ~Q(link="")) | (~Q(file="") & Q(link="")),
                violation_error_message="Chọn một trong hai: tệp tải lên hoặc đường dẫn.",
            ),
        ]

    def get_absolute_url(self):
        return reverse("library:recording", args=[self.slug, self.pk])

    def get_file_url(self):
        return reverse("library:recording_file", args=[self.slug, self.pk])

    @property
    def host(self):
        """Where the link leads: www.youtube.com."""
        return urlsplit(self.link).hostname or ""

    @property
    def media_type(self):
        """As its bytes told when it was uploaded; the form made the extension say it."""
        return MEDIA_TYPES[PurePath(self.file.name).suffix]
