"""Typing errors of a poll that has ballots: a few letters may be mended, and everybody sees it."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction

from accounts import audit
from core.fields import TextLine
from polls.models.polls import Choice, Poll

MOST_LETTERS = 3
TOO_MUCH = (
    "Thay đổi này nhiều hơn một lỗi chính tả. Đã có người bình chọn theo câu chữ cũ nên không đổi "
    "được; xin gỡ thăm dò và mở thăm dò mới."
)


class Correction(models.Model):
    """What stood there and what stands now, of a choice or (without one) of the question. The
    database lets nobody change a text without one, nor a correction."""

    poll = models.ForeignKey(
        Poll, models.PROTECT, verbose_name="thăm dò", related_name="corrections"
    )
    choice = models.ForeignKey(
        Choice, models.PROTECT, verbose_name="phương án", null=True, blank=True, related_name="+"
    )
    before = TextLine("trước", max_length=500)
    after = TextLine("sau", max_length=500)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="người sửa",
        null=True,
        blank=True,
        related_name="+",
    )
    at = models.DateTimeField("lúc", auto_now_add=True)

    class Meta:
        verbose_name = "sửa lỗi chính tả"
        verbose_name_plural = "sửa lỗi chính tả"
        ordering = ["at", "id"]
        default_permissions = ()

    def __str__(self):
        return f"“{self.before}” → “{self.after}”"

    def clean(self):
        if self.after == self.before:
            raise ValidationError("Chưa có gì thay đổi.")
        if letters_changed(self.before, self.after) > may_change(self.before):
            raise ValidationError(TOO_MUCH)

    @transaction.atomic
    def carry_out(self):
        """Note it, and change the text. ValidationError where it is more than a typing error."""
        self.full_clean()
        self.save()
        audit.record("correct", self.by, self.poll, str(self)[:200])
        if self.choice:
            self.choice.text = self.after
            self.choice.full_clean()
            self.choice.save(update_fields=["text"])
            return
        self.poll.keep_stored()
        self.poll.title = self.after
        self.poll.updated_by = self.by
        self.poll.save(update_fields=["title", "updated_by", "updated_at"])
        self.poll.remember(self.by, "Sửa lỗi chính tả")


def may_change(text):
    """How many letters of a text a typing error may have: one of a short word, so that no “Có”
    becomes a “Không”."""
    return min(MOST_LETTERS, max(1, len(text) // 6))


def letters_changed(before, after):
    """The least number of letters put in, taken out or exchanged (Levenshtein)."""
    row = list(range(len(after) + 1))
    for place, letter in enumerate(before, 1):
        diagonal, row[0] = row[0], place
        for column, other in enumerate(after, 1):
            changed = diagonal + (letter != other)
            diagonal, row[column] = row[column], min(changed, row[column] + 1, row[column - 1] + 1)
    return row[-1]
