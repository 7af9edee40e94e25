"""What the office's desk tells of the speakers' area."""

from django import template

from speakers.models import Question

register = template.Library()


@register.simple_tag(takes_context=True)
def waiting_questions(context):
    """How many questions wait for an answer of this person; 0 for who may not answer."""
    may_answer = context["request"].user.has_perm("speakers.change_question")
    return Question.objects.waiting().count() if may_answer else 0
