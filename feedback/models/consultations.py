"""Consultation on a draft paper (Decree 42/2022): text, deadline, opinions, outcome."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse

from core.fields import PlainText, RichText, TextLine
from core.history import Versions
from core.models import Publication, PublicationQuerySet, step_permissions
from core.searching import search_column
from documents.models import Document
from feedback.models.contacts import ContactQuerySet


class ConsultationQuerySet(PublicationQuerySet):
    """`open` and `closed` look at the database's clock, as the edition does."""

    def open(self):
        return self.filter(closes_at__gt=Now())

    def closed(self):
        return self.filter(closes_at__lte=Now())

    def with_state(self):
        """Each with `is_open`."""
        is_open = models.Case(
            models.When(closes_at__gt=Now(), then=models.Value(True)),
            default=models.Value(False),
            output_field=models.BooleanField(),
        )
        return self.annotate(is_open=is_open)

    def in_order(self):
        """The open ones first, those that close soonest leading; then what closed last."""
        left = models.Case(models.When(closes_at__gt=Now(), then="closes_at"))
        return self.order_by(left.asc(nulls_last=True), "-closes_at", "-id")

    def for_list(self):
        return self.with_state().defer("search", "body", "outcome")


class Consultation(Publication):
    SLUG_FALLBACK = "du-thao"

    drafted_by = TextLine("cơ quan soạn thảo", max_length=200)
    lead = PlainText("giới thiệu", blank=True, help_text="Vì sao xin ý kiến, cần góp ý điều gì.")
    body = RichText("nội dung dự thảo", blank=True)
    paper = models.ForeignKey(
        Document,
        models.PROTECT,
        verbose_name="văn bản dự thảo",
        null=True,
        blank=True,
        related_name="consultations",
        help_text="Dự thảo đã đưa vào kho văn bản, kèm tệp; bạn đọc tải tệp từ đó.",
    )
    closes_at = models.DateTimeField("nhận ý kiến đến")
    shows_opinions = models.BooleanField(
        "hiện ý kiến đã duyệt",
        default=True,
        help_text="Bỏ dấu: không hiện ý kiến nào, chỉ hiện kết quả tiếp thu, giải trình.",
    )
    outcome = RichText("kết quả tiếp thu, giải trình", blank=True)
    search = search_column("title", "lead", "body")

    objects = ConsultationQuerySet.as_manager()
    history = Versions(
        excluded_fields=["search", "version", "original"],
        verbose_name="phiên bản lấy ý kiến",
        verbose_name_plural="phiên bản lấy ý kiến",
    )

    class Meta(Publication.Meta):
        verbose_name = "lấy ý kiến dự thảo"
        verbose_name_plural = "lấy ý kiến dự thảo"
        permissions = step_permissions("consultation", "lấy ý kiến")
        indexes = [*Publication.Meta.indexes, GinIndex("search", name="consultation_search")]

    def get_absolute_url(self):
        return reverse("feedback:consultation", args=[self.slug, self.pk])

    def get_opinion_url(self):
        return reverse("feedback:opine", args=[self.slug, self.pk])


class OpinionQuerySet(ContactQuerySet):
    def waiting(self):
        return self.filter(state=Opinion.State.WAITING)

    def published(self):
        """What anybody may read: those let through, where the consultation shows any."""
        public = Consultation.objects.published().filter(shows_opinions=True)
        return self.filter(state=Opinion.State.SHOWN, consultation__in=public)

    def decide(self, state, by):
        """Let them through, or keep them; how many were changed."""
        return self.exclude(state=state).update(state=state, decided_by=by, decided_at=Now())


class Opinion(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", "Chờ duyệt"
        SHOWN = "shown", "Đã cho hiện"
        KEPT = "kept", "Không hiện"

    consultation = models.ForeignKey(
        Consultation, models.CASCADE, verbose_name="dự thảo", related_name="opinions"
    )
    name = TextLine("họ và tên", max_length=100, blank=True)
    unit = TextLine("đơn vị, địa phương", max_length=200, blank=True)
    contact = TextLine("điện thoại hoặc email", max_length=150, blank=True)
    text = PlainText("ý kiến", max_length=10_000)
    sent_at = models.DateTimeField("gửi lúc", auto_now_add=True)
    state = models.CharField("tình trạng", max_length=7, choices=State, default=State.WAITING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="người duyệt",
        null=True,
        editable=False,
        related_name="+",
    )
    decided_at = models.DateTimeField("duyệt lúc", null=True, editable=False)

    objects = OpinionQuerySet.as_manager()

    class Meta:
        verbose_name = "ý kiến góp ý"
        verbose_name_plural = "ý kiến góp ý"
        ordering = ["-sent_at", "-id"]
        indexes = [models.Index(fields=["consultation", "state"], name="opinion_of")]
        constraints = [
            models.CheckConstraint(
                name="opinion_decision_has_time",
                condition=Q(state="waiting", decided_at=None)
                | (~Q(state="waiting") & Q(decided_at__isnull=False)),
            ),
        ]

    def __str__(self):
        return self.text[:80]

    @property
    def signature(self):
        return ", ".join(part for part in (self.name or "Người góp ý", self.unit) if part)
