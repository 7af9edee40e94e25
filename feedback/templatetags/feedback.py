"""What the desk tells of what citizens sent."""

from django import template

from feedback.models import Opinion, PageReport, Question

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
