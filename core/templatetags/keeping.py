"""Pieces of pages that are rendered once an edition."""

from django import template
from django.utils.safestring import mark_safe

from core.keeping import kept

register = template.Library()


class KeptNode(template.Node):
    child_nodelists = ("nodelist",)

    def __init__(self, nodelist, name, given):
        self.nodelist, self.name, self.given = nodelist, name, given

    def render(self, context):
        if not is_anonymous(context):
            return self.nodelist.render(context)
        key = (self.name, *(str(value.resolve(context)) for value in self.given))
        html = kept(context.request, key, lambda: str(self.nodelist.render(context)))
        return mark_safe(html)  # noqa: S308


def is_anonymous(context):
    """Whether somebody looks who has not signed in; no where nobody is known to look."""
    user = getattr(getattr(context, "request", None), "user", None)
    return user is not None and not user.is_authenticated


@register.tag("kept")
def kept_tag(parser, token):
    """{% kept "name" value … %} … {% endkept %}: HTML that follows from the edition and these
    values alone. Rendered each time for somebody who has signed in."""
    _, name, *given = token.split_contents()
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(nodelist, name.strip("\"'"), [parser.compile_filter(value) for value in given])
