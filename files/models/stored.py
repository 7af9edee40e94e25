"""A file by its content: kept once however often it is attached, and served only when clear.

The law on state secrets (117/2025) is held here: what is uploaded lies in quarantine until its
text was read; with a stamp of secrecy its bytes are destroyed, and the checksum remains.
"""

from functools import partial

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.db.models.fields.files import FieldFile
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.functional import cached_property

from core.fields import RichText, TextLine
from core.storage import remove_folder
from core.vietnamese import date_words
from files.reading.kinds import KINDS
from files.storage import checksum, path_for, picture_path, pictures_folder

ATTEMPTS = 3


def attachment_relations():
    """The relations of every model that attaches files."""
    return [r for r in StoredFile._meta.related_objects if hasattr(r.related_model, "OWNER")]


def new_key():
    return get_random_string(24).lower()


class RefusedFileError(Exception):
    """A file that is not taken; the message says why, in Vietnamese."""


class StoredFileQuerySet(models.QuerySet):
    @transaction.atomic
    def keep(self, upload, kind, by=None):
        """The StoredFile of an upload: the one that has these bytes, or a new one in quarantine.

        `kind`: what the bytes are (files.reading.Kind). Raises RefusedFileError for bytes that
        were refused before.
        """
        digest = checksum(upload)
        known = self.select_for_update().filter(checksum=digest).first()
        if known is None:
            known = self.added(upload, digest, kind, by)
        if known.state == StoredFile.State.REFUSED:
            raise RefusedFileError(
                f"Tệp này đã bị từ chối lúc {date_words(known.refused_at)}: {known.reason} Nếu là "
                "nhầm lẫn, hãy nhờ người có quyền cho phép rồi gửi lại."
            )
        if known.state == StoredFile.State.ALLOWED:
            known.come_back(upload)
        return known

    def added(self, upload, digest, kind, by):
        """Two people may send the same bytes at once: the second one finds the first one's row."""
        row = StoredFile(
            checksum=digest, size=upload.size, extension=kind.extension, mime=kind.mime
        )
        row.uploaded_by = by
        row.content.save(f"tep{kind.extension}", upload, save=False)
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            default_storage.delete(row.content.name)
            return self.select_for_update().get(checksum=digest)
        row.is_new = True
        return row

    def refuse_unseen(self, upload, kind, by):
        """Note, without keeping a byte, that an upload was declared a state secret."""
        digest = checksum(upload)
        row, made = self.get_or_create(
            checksum=digest,
            defaults={
                "size": upload.size,
                "extension": kind.extension,
                "mime": kind.mime,
                "state": StoredFile.State.REFUSED,
                "refused_at": timezone.now(),
                "reason": StoredFile.DECLARED_SECRET,
                "uploaded_by": by,
            },
        )
        if not made and row.state != StoredFile.State.REFUSED:
            row.refuse(StoredFile.DECLARED_SECRET)

    def clear(self):
        """What may be served."""
        return self.filter(state=StoredFile.State.CLEAR)

    def for_list(self):
        """Without the readings, of which each may be as long as its file; whether there is one is
        known nevertheless."""
        return self.defer("html").annotate(has_html=~Q(html=""))

    def waiting(self):
        """Those that are still to be read, and not given up: what lies in quarantine before what
        is served already, the oldest first."""
        readable = self.filter(state__in=["quarantined", "clear"], read_at=None)
        found = readable.filter(attempts__lt=ATTEMPTS).exclude(content="")
        return found.order_by("attempts", "-state", "id")

    def unattached(self, before):
        """Those that stand on no page and came before this moment. What was refused remains."""
        found = self.filter(uploaded_at__lt=before).exclude(state__in=["refused", "allowed"])
        for relation in attachment_relations():
            found = found.filter(**{f"{relation.name}__isnull": True})
        return found


class StoredFile(models.Model):
    """`checksum`: SHA-256 of the bytes, hexadecimal; `size`: in bytes; `drawn`: how many of its
    pages stand as pictures."""

    class State(models.TextChoices):
        QUARANTINED = "quarantined", "Chờ kiểm tra"
        UNREAD = "unread", "Không đọc được, chờ khai báo"
        CLEAR = "clear", "Dùng được"
        REFUSED = "refused", "Bị từ chối, đã hủy"
        ALLOWED = "allowed", "Được phép gửi lại"

    DECLARED_SECRET = "người gửi khai báo có bí mật nhà nước."  # noqa: S105

    checksum = models.CharField("SHA-256", max_length=64, unique=True)
    size = models.PositiveBigIntegerField("kích thước (byte)")
    extension = models.CharField("loại tệp", max_length=8)
    mime = models.CharField("kiểu nội dung", max_length=100)
    key = models.CharField(max_length=24, default=new_key, editable=False)
    content = models.FileField("nội dung", upload_to=path_for, max_length=200, blank=True)
    state = models.CharField("trạng thái", max_length=11, choices=State, default=State.QUARANTINED)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="người gửi", null=True,
        related_name="+",
    )  # fmt: skip
    uploaded_at = models.DateTimeField("gửi lúc", auto_now_add=True)
    declared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="người khai báo", null=True,
        related_name="+",
    )  # fmt: skip
    declared_at = models.DateTimeField("khai báo không có bí mật lúc", null=True)
    refused_at = models.DateTimeField("từ chối lúc", null=True)
    reason = TextLine("lý do từ chối", max_length=300, blank=True)
    allowed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="người cho phép", null=True,
        related_name="+",
    )  # fmt: skip
    allowed_at = models.DateTimeField("cho phép lúc", null=True)
    read_at = models.DateTimeField("đọc lúc", null=True)
    page_count = models.PositiveIntegerField("số trang", default=0)
    is_scan = models.BooleanField("bản quét", default=False)
    is_recognised = models.BooleanField("văn bản nhận dạng", default=False)
    html = RichText("bản đọc", blank=True)
    has_text = models.BooleanField("có chữ", default=False)
    note = TextLine("ghi chú khi đọc", max_length=300, blank=True)
    drawn = models.PositiveIntegerField("số trang đã chụp", default=0)
    attempts = models.PositiveSmallIntegerField("số lần đọc hỏng", default=0)
    error = TextLine("lỗi khi đọc", max_length=500, blank=True)

    objects = StoredFileQuerySet.as_manager()
    is_new = False  # True in the row that `keep` has just made

    class Meta:
        verbose_name = "tệp"
        verbose_name_plural = "tệp đã gửi lên"
        ordering = ["-uploaded_at", "-id"]
        permissions = [("allow_storedfile", "Cho phép gửi lại tệp bị từ chối nhầm")]
        constraints = [
            models.CheckConstraint(
                name="file_has_content_or_was_refused",
                condition=~Q(content="") | Q(state__in=["refused", "allowed"]),
            ),
            models.CheckConstraint(
                name="file_allowed_by_a_second_person",
                condition=Q(allowed_by=None)
                | Q(uploaded_by=None)
                | ~Q(allowed_by=F("uploaded_by")),
                violation_error_message="Người cho phép phải khác người gửi.",
            ),
        ]

    def __str__(self):
        return f"{self.extension.lstrip('.').upper()} {self.checksum[:12]}"

    @property
    def kind(self):
        return next(kind for kind in KINDS.values() if kind.extension == self.extension)

    def picture(self, page):
        """The picture of a page, counted from 1, as a file of the storage."""
        return FieldFile(self, self._meta.get_field("content"), picture_path(self.key, page))

    @property
    def can_be_read(self):
        """Whether there is something to show in the browser."""
        return bool(self.has_html or self.drawn or self.has_text)

    @cached_property
    def has_html(self):
        return bool(self.html)

    def locked(self):
        """The row as it is stored, kept from others until the transaction ends."""
        return StoredFile.objects.select_for_update().get(pk=self.pk)

    def come_back(self, upload):
        """The bytes of a file that a second person allowed after it had been refused."""
        self.content.save(f"tep{self.extension}", upload, save=False)
        self.state = self.State.QUARANTINED
        self.save()

    def declare(self, by):
        """Somebody answers for there being no state secret in it; what nobody can read is clear
        from then on. `by` is None for an import, whose operator answers (docs/import.md)."""
        self.declared_by, self.declared_at = by, timezone.now()
        if self.state == self.State.UNREAD or by is None:
            self.state = self.State.CLEAR
        self.save()

    def take_reading(self, reading):
        """Store what was read (files.reading.Reading) of a file without a stamp."""
        unread = reading.needs_declaration and self.declared_at is None
        self.state = self.State.UNREAD if unread else self.State.CLEAR
        self.read_at, self.error = timezone.now(), ""
        self.page_count, self.is_scan = reading.page_count, reading.is_scan
        self.is_recognised, self.html, self.note = reading.ocr, reading.html, reading.note
        self.has_text = any(text.strip() for text in reading.pages)
        self.save()
        self.pages.all().delete()
        self.pages.bulk_create(
            self.pages.model(file=self, number=number, text=text)
            for number, text in enumerate(reading.pages, 1)
            if text.strip()
        )

    def fail(self, error):
        """It could not be read; after ATTEMPTS it waits for somebody who answers for it."""
        self.error, self.attempts = error[:500], self.attempts + 1
        if self.attempts >= ATTEMPTS and self.state == self.State.QUARANTINED:
            self.state = self.State.CLEAR if self.declared_at else self.State.UNREAD
        self.save()

    def read_again(self):
        """Let the next run of the jobs try anew."""
        if self.state == self.State.UNREAD:
            self.state = self.State.QUARANTINED
        self.read_at, self.attempts, self.error = None, 0, ""
        self.save()

    def refuse(self, reason):
        """Destroy the bytes and all that was read; the checksum and the refusal remain."""
        self.state, self.refused_at, self.reason = self.State.REFUSED, timezone.now(), reason
        self.allowed_by = self.allowed_at = None
        self.html, self.note, self.has_text = "", "", False
        self.drawn = self.page_count = 0
        self.save()
        self.pages.all().delete()
        transaction.on_commit(self.destroy)

    def destroy(self):
        """Delete the bytes and pictures of a refused file; may be called again."""
        if self.content:
            self.content.delete(save=False)
        remove_folder(pictures_folder(self.key))
        StoredFile.objects.filter(pk=self.pk).update(content="")

    def forget(self):
        """Delete a file that stands on no page."""
        with transaction.atomic():
            self.delete()
            transaction.on_commit(partial(default_storage.delete, self.content.name))
            transaction.on_commit(partial(remove_folder, pictures_folder(self.key)))

    def allow(self, by):
        """A second person says that the refusal was a false alarm; the bytes must come again."""
        if self.state != self.State.REFUSED:
            raise RefusedFileError("Tệp này không bị từ chối.")
        if by.pk == self.uploaded_by_id:
            raise RefusedFileError("Người cho phép phải khác người gửi.")
        self.state, self.allowed_by, self.allowed_at = self.State.ALLOWED, by, timezone.now()
        self.save()
