"""Questions of speakers to the office, and its answers."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from core.fields import PlainText
from documents.models import Document


class QuestionQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(answered_at=None)

    def readable_by(self, person):
        """One's own, and the answered ones that the office shows to all."""
        shared = Q(is_shared=True, answered_at__isnull=False)
        return self.filter(Q(asker=person) | shared)

    def news_for(self, person):
        """One's own whose answer, or last change of it, one has not seen."""
        unseen = Q(seen_at=None) | Q(seen_at__lt=F("answered_at"))
        return self.filter(unseen, asker=person, answered_at__isnull=False)


class Question(models.Model):
    asker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="người hỏi",
        null=True,
        editable=False,
        related_name="+",
    )
    document = models.ForeignKey(
        Document,
        models.SET_NULL,
        verbose_name="về tài liệu",
        null=True,
        blank=True,
        related_name="+",
    )
    text = PlainText("câu hỏi", max_length=2000)
    asked_at = models.DateTimeField("hỏi lúc", auto_now_add=True)
    answer = PlainText("trả lời", max_length=5000, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="người trả lời",
        null=True,
        editable=False,
        related_name="+",
    )
    answered_at = models.DateTimeField("trả lời lúc", null=True, editable=False)
    is_shared = models.BooleanField(
        "cho mọi báo cáo viên xem",
        default=False,
        help_text="Câu hỏi và trả lời hiện cho mọi báo cáo viên, không kèm tên người hỏi.",
    )
    seen_at = models.DateTimeField("người hỏi xem lúc", null=True, editable=False)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = "câu hỏi"
        verbose_name_plural = "hỏi đáp"
        ordering = ["-asked_at", "-id"]
        indexes = [models.Index(fields=["asker"], name="question_asker")]
        constraints = [
            models.CheckConstraint(
                name="question_answer_has_time",
                condition=Q(answer="", answered_at=None)
                | (~Q(answer="") & Q(answered_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="question_shared_is_answered",
                condition=Q(is_shared=False) | ~Q(answer=""),
                violation_error_message="Hãy trả lời trước khi cho mọi người xem.",
            ),
        ]

    def __str__(self):
        return self.text[:80]

    def answer_with(self, text, by):
        """Put the office's answer; an empty text takes an answer back. Not saved."""
        self.answer = text
        self.answered_by, self.answered_at = (by, timezone.now()) if text else (None, None)
