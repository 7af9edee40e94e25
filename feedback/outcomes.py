"""What became of a question, as its asker may know it."""

from dataclasses import dataclass

from feedback.models import Question


@dataclass(frozen=True)
class Outcome:
    """`tone`: a modifier of the component state; `url`: the public page, where there is one."""

    label: str
    words: str
    tone: str
    url: str = ""


WAITING = Outcome(
    "Đang xem xét", "Ban đã nhận được và đang xem xét, chuẩn bị trả lời.", "submitted"
)
REFUSED = Outcome("Không đăng", "Ban không đăng câu hỏi này trên trang.", "returned")
WITHDRAWN = Outcome("Đã gỡ", "Hỏi đáp này không còn đăng trên trang.", "withdrawn")


def outcome_of(question):
    """By the public door, so a scheduled answer is not told beforehand."""
    if Question.objects.published().filter(pk=question.pk).exists():
        address = question.get_absolute_url()
        return Outcome("Đã trả lời", "Câu hỏi và trả lời đã được đăng.", "published", address)
    if question.status == Question.Status.BINNED:
        return REFUSED
    if Question.objects.gone().filter(pk=question.pk).exists():
        return WITHDRAWN
    return WAITING
