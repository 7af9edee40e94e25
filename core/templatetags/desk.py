from django import template

from core.desk import desk_of
from core.notices import address

register = template.Library()


@register.simple_tag(takes_context=True)
def desk(context):
    """The desk of the one who is signed in."""
    return desk_of(context["request"].user)


@register.filter
def admin_address(publication):
    """The page of a publication in the admin."""
    return address(publication)
