from datetime import UTC, datetime

from django import template
from django.conf import settings

from accounts.second_factor.middleware import DUE

register = template.Library()


@register.simple_tag
def idle_seconds():
    """How long nobody may be there before one is signed out."""
    return settings.SESSION_IDLE.total_seconds()


@register.simple_tag(takes_context=True)
def second_factor_due(context):
    """Until when this person may do without a second factor; None where it is not asked."""
    due = context["request"].session.get(DUE)
    return due and datetime.fromtimestamp(due, UTC)
