"""The letter that an answer is there. It says nothing of the answer, which may be about a paper
that stays inside the area."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.urls import reverse
from procrastinate.contrib.django import app

from core.site import absolute
from speakers.models import Question

LETTER = (
    "Kính gửi {name},\n\nBan đã trả lời câu hỏi của Ông (bà) trong khu vực Báo cáo viên.\n\n"
    "Xem trả lời: {address}\n"
)


def mail_answer_later(question):
    """A job of the same transaction as the answer."""
    if settings.EMAIL_HOST:
        mail_answer.defer(question_id=question.pk)


@app.task(pass_context=False)
def mail_answer(question_id: int) -> None:
    """Nobody is written to who has seen the answer meanwhile, or may not sign in any more."""
    able = get_user_model().objects.may_sign_in().exclude(email="")
    question = Question.objects.filter(pk=question_id).select_related("asker").first()
    asker = question and able.filter(pk=question.asker_id).first()
    if asker and Question.objects.news_for(asker).filter(pk=question_id).exists():
        address = absolute(reverse("speakers:questions"))
        text = LETTER.format(name=asker.get_full_name(), address=address)
        send_mail("Ban đã trả lời câu hỏi của Ông (bà)", text, None, [asker.email])
