"""Letters: to who asked, when there is something to tell; to who moderates, when something came."""

import hashlib
import logging
from datetime import timedelta
from smtplib import SMTPException

from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone

from core.notices import BACKEND
from core.site import absolute
from feedback.models import Asker, Opinion, PageReport, Question

logger = logging.getLogger(__name__)


def tell_askers():
    """Write to those whose question was answered, or who have another note than when they were
    written to last. What was told is committed first: a killed worker costs a letter, and never
    sends one twice."""
    found = Asker.objects.with_address()
    published = set(
        Question.objects.published().filter(asker__in=found).values_list("pk", flat=True)
    )
    for asker in found.iterator(chunk_size=500):
        is_out = asker.question_id in published
        if is_out or asker.question.note:
            tell(asker, trace(asker.question, is_out), is_out)


def trace(question, is_out):
    """A digest of what an asker would want to know."""
    return hashlib.sha256(repr((is_out, question.note)).encode()).hexdigest()


def tell(asker, now, is_out):
    before = asker.told
    row = Asker.objects.filter(pk=asker.pk, told=before)
    if before == now or not row.update(told=now):
        return
    if not sent(letter(asker.question, is_out), [asker.email]):
        Asker.objects.filter(pk=asker.pk, told=now).update(told=before)


def letter(question, is_out):
    """(subject, paragraphs) of what became of a question."""
    address = question.get_absolute_url() if is_out else question.get_receipt_url()
    told = "đã được trả lời" if is_out else "có lời nhắn của Ban"
    return (
        f"Câu hỏi của Ông (bà) {told}",
        [
            "Kính gửi Ông (bà),",
            f"Câu hỏi “{question.title}” {told}. Xin mời xem tại:\n{absolute(address)}",
            f"Mã tra cứu: {question.code_words}",
        ],
    )


def sent(words, addresses):
    """Whether the mail server took it."""
    subject, paragraphs = words
    message = EmailMessage(subject[:150], "\n\n".join(paragraphs) + "\n", None, addresses)
    try:
        return bool(message.send())
    except (SMTPException, OSError):
        logger.exception("A letter of the feedback was not sent")
        return False


def tell_moderators(within: timedelta):
    """One letter to each who moderates, of what came lately and still waits."""
    since = timezone.now() - within
    news = {
        "câu hỏi": ("question", Question.objects.waiting().filter(asked_at__gt=since)),
        "ý kiến về dự thảo": ("opinion", Opinion.objects.waiting().filter(sent_at__gt=since)),
        "báo lỗi trang": ("pagereport", PageReport.objects.waiting().filter(sent_at__gt=since)),
    }
    lines = [
        f"{count} {name}: {absolute(reverse(f'admin:feedback_{model}_changelist'))}"
        for name, (model, found) in news.items()
        if (count := found.count())
    ]
    if lines:
        for person in moderators():
            sent(("Góp ý, hỏi đáp mới chờ xử lý", [f"Kính gửi {person},", *lines]), [person.email])


def moderators():
    people = get_user_model().objects.with_perm(
        "feedback.change_question", include_superusers=False, backend=BACKEND
    )
    return people.may_sign_in().exclude(email="").order_by("pk")
