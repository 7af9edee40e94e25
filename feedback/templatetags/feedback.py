"""What pages of other apps tell of feedback, each in one line."""

from django import template

from core.compiled import Compiled, Parameter
from feedback.models import Consultation, Opinion, PageReport, Question

register = template.Library()

CONSULTATIONS = Consultation.objects.published().open().order_by("closes_at").for_list()
OPEN_ON = Compiled(lambda: CONSULTATIONS.filter(paper=Parameter("paper"))[:1])


@register.inclusion_tag("admin/feedback/waiting.html", takes_context=True)
def feedback_waiting(context):
    """How much waits for this person, by kind; nothing for who may not see to it."""
    person = context["request"].user
    kinds = {"question": Question, "opinion": Opinion, "pagereport": PageReport}
    return {
        name: model.objects.waiting().count()
        for name, model in kinds.items()
        if person.has_perm(f"feedback.change_{name}")
    }


@register.inclusion_tag("feedback/on_paper.html")
def consultation_on(document):
    """The consultation that asks for opinions on this paper, while it is open."""
    return {"consultation": OPEN_ON.first(paper=document.pk)}
