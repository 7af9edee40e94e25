"""What an editor took out of a citizen's words, taken out of the versions of them, too."""

from django.db import transaction
from django.db.models import Q

from accounts.audit import record
from core.workflow import RefusedError
from feedback.models import Question

WORDS = ("title", "text", "asked_by", "slug")
COPY = "Câu hỏi đang có bản sửa; xin đăng hoặc bỏ bản sửa trước khi xóa."


def erase_from_versions(question, by):
    """Let every version say of the citizen's words only what the question says now: who saved it,
    when, its state and answer stay. How many versions were changed. There is no way back.

    Versions of working copies that were thrown away have numbers of their own; they are found by
    having the same text.
    """
    with transaction.atomic():
        row = question.locked()
        if row.is_copy or row.open_copy:
            raise RefusedError(COPY)
        now = {name: getattr(row, name) for name in WORDS}
        versions = Question.history.model.objects
        others = Question.objects.exclude(pk=row.pk).values("pk")
        old_texts = set(row.history.values_list("text", flat=True)) - {row.text, ""}
        same = Q(id=row.pk) | Q(text__in=old_texts) & ~Q(id__in=others)
        changed = versions.filter(same).exclude(**now).update(**now)
        if changed:
            record("erase", by, row, f"{changed} phiên bản")
    return changed
