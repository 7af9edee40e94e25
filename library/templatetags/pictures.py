"""Pictures in texts."""

from django import template

from library.models import PreviousKey

register = template.Library()


@register.filter
def current_pictures(html):
    """A text whose pictures are today's, whatever file they had when it was written."""
    return PreviousKey.objects.followed(html)
