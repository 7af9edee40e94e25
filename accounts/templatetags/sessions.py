from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def idle_seconds():
    """How long nobody may be there before one is signed out."""
    return settings.SESSION_IDLE.total_seconds()
