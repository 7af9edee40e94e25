"""What pages of other apps tell of feedback, each in one line."""

from django import template

from feedback.models import Consultation, Opinion, PageReport, Question

register = template.Library()


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
    asking = Consultation.objects.published().open().filter(paper=document)
    return {"consultation": asking.order_by("closes_at").for_list().first()}
