"""What every published thing shares: its life, and the one public door."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Now
from django.utils.timezone import get_current_timezone

from core.autosave import Autosave, Presence
from core.copies import HasCopies
from core.fields import TextLine
from core.history import HasVersions
from core.records import Notification, StepRecord
from core.searching import search_query
from core.vietnamese import slugify
from core.workflow import TakesSteps

__all__ = [
    "Autosave",
    "Notification",
    "Presence",
    "Publication",
    "PublicationQuerySet",
    "StepRecord",
]


class SlugFromName:
    """Mixed into a model with a name and a slug: an empty slug is made from the name."""

    def clean(self):
        super().clean()
        self.slug = self.slug or slugify(self.name)


# Taken down, or its time is over.
IS_GONE = Q(status="withdrawn") | Q(status="published", expires_at__lte=Now())


class PublicationQuerySet(models.QuerySet):
    """The public door. Every list, page, feed, search and file goes through these words.

    The clock is the database's: the edition tells the moments passed by the same clock, so a
    page is never kept under a moment that its content has not seen.
    """

    def in_force(self):
        """Published, and its time has come and is not over."""
        return self.filter(
            Q(expires_at=None) | Q(expires_at__gt=Now()),
            status=Publication.Status.PUBLISHED,
            published_at__lte=Now(),
        )

    def published(self):
        """What anybody at all may see."""
        return self.in_force()

    def visible_to(self, user):
        """What this person may see on the public pages; never less than `published()`."""
        return self.published()

    def gone(self):
        """What was public and is so no more: taken down, or its time is over."""
        return self.filter(IS_GONE)

    def not_gone(self):
        """What is public, or may still become so."""
        return self.exclude(IS_GONE)

    def scheduled(self):
        return self.filter(status=Publication.Status.PUBLISHED, published_at__gt=Now())

    def published_on(self, day):
        """Out since this day of the calendar here."""
        start = datetime.combine(day, time(), tzinfo=get_current_timezone())
        end = start + timedelta(days=1)
        return self.in_force().filter(published_at__gte=start, published_at__lt=end)

    def stale_on(self, day):
        """Shown to the public, and past the day by which somebody should have looked again."""
        return self.in_force().filter(review_by__lt=day)

    def written_by(self, person):
        """What this person began; a working copy belongs to what it is a copy of."""
        return self.filter(created_by=person, original=None)

    def with_reasons(self):
        """Each with `reason`, the words with which it was last returned."""
        kind = ContentType.objects.get_for_model(self.model)
        records = StepRecord.objects.filter(content_type=kind, object_id=OuterRef("pk"))
        returns = records.filter(step="send_back").order_by("-id")
        return self.annotate(reason=Subquery(returns.values("words")[:1]))

    def returned_to(self, person):
        return self.filter(status=Publication.Status.RETURNED, created_by=person)

    def waiting_for(self, person):
        """Those whose next step this person may take."""
        allows = self.model().allows
        actions = {"submitted": "approve", "approved": "publish"}
        turns = [status for status, action in actions.items() if allows(person, action)]
        return self.filter(status__in=turns)

    def in_hand(self):
        """Without what lies in the bin."""
        return self.exclude(status=Publication.Status.BINNED)

    def matching(self, words):
        """The newest of those that have the words, in any spelling of their accents; of every
        state."""
        return self.filter(search=search_query(words))

    def newest_first(self):
        return self.order_by("-published_at", "-id")

    def for_list(self):
        """What a card shows and no more."""
        return self

    def newer_than(self, publication):
        """Those after this one, the nearest first."""
        at = publication.published_at
        return self.filter(
            Q(published_at__gt=at) | Q(id__gt=publication.pk), published_at__gte=at
        ).order_by("published_at", "id")

    def older_than(self, publication):
        """Those before this one, the nearest first."""
        at = publication.published_at
        return self.filter(
            Q(published_at__lt=at) | Q(id__lt=publication.pk), published_at__lte=at
        ).newest_first()


def step_permissions(name, words):
    """What the steps ask for, for Meta of a kind of publication: (codename, label) each."""
    return [
        (f"submit_{name}", f"Gửi duyệt {words}"),
        (f"return_{name}", f"Trả lại {words}"),
        (f"approve_{name}", f"Duyệt {words}"),
        (f"publish_{name}", f"Đăng và gỡ {words}"),
    ]


class Publication(TakesSteps, HasCopies, HasVersions, models.Model):
    """Something that is written, approved, shown from a moment on and perhaps taken down.

    `status`, `published_at` and `withdrawal_note` are changed by the steps alone
    (core/workflow.py). `version` is raised by the database with every change of the row.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", "Nháp"
        SUBMITTED = "submitted", "Chờ duyệt"
        RETURNED = "returned", "Trả lại"
        APPROVED = "approved", "Đã duyệt"
        PUBLISHED = "published", "Đã đăng"
        WITHDRAWN = "withdrawn", "Đã gỡ"
        BINNED = "binned", "Thùng rác"

    SLUG_FALLBACK = "bai"

    title = TextLine("tiêu đề", max_length=500)
    slug = models.SlugField("đường dẫn", max_length=100, db_index=False, blank=True)
    status = models.CharField("trạng thái", max_length=9, choices=Status, default=Status.DRAFT)
    published_at = models.DateTimeField("đăng lúc", null=True, blank=True)
    expires_at = models.DateTimeField("hết hạn lúc", null=True, blank=True)
    withdrawal_note = TextLine(
        "lý do gỡ", max_length=500, blank=True, help_text="Bạn đọc thấy ghi chú này khi mở lại."
    )
    review_by = models.DateField(
        "xem lại trước ngày", null=True, blank=True, help_text="Ngày nội dung có thể đã cũ."
    )
    original = models.OneToOneField(
        "self",
        models.PROTECT,
        verbose_name="bản sửa của",
        null=True,
        editable=False,
        related_name="+",
    )
    version = models.PositiveIntegerField("lần sửa", default=0, editable=False)
    created_at = models.DateTimeField("tạo lúc", auto_now_add=True)
    updated_at = models.DateTimeField("sửa lúc", auto_now=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="người tạo",
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="người sửa",
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    class Meta:
        abstract = True
        # The desk counts the few that are in work among the many that are published.
        indexes = [
            models.Index(
                fields=["status"], name="%(class)s_in_work", condition=~Q(status="published")
            ),
            models.Index(
                fields=["review_by"], name="%(class)s_review_by", condition=~Q(review_by=None)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="%(class)s_published_has_time",
                condition=~Q(status="published") | Q(published_at__isnull=False),
                violation_error_message="Bài đã đăng phải có thời điểm đăng.",
            ),
            models.CheckConstraint(
                name="%(class)s_expires_after_publication",
                condition=Q(expires_at__isnull=True)
                | Q(published_at__isnull=True)
                | Q(expires_at__gt=F("published_at")),
                violation_error_message="Thời điểm hết hạn phải sau thời điểm đăng.",
            ),
            models.CheckConstraint(
                name="%(class)s_copy_is_not_public",
                condition=Q(original__isnull=True) | ~Q(status__in=["published", "withdrawn"]),
                violation_error_message="Bản sửa không tự đứng trên trang công khai.",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_for_members(self):
        """Whether its files are for accredited speakers alone."""
        return False

    def get_writing_url(self):
        """Its page for a writer who does not work in the admin; "" where there is none."""
        return ""

    def clean(self):
        self.slug = self.slug or slugify(self.title) or self.SLUG_FALLBACK
