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
        if not getattr(getattr(context, "request", None), "is_public", False):
            return self.nodelist.render(context)
        key = (self.name, *(str(value.resolve(context)) for value in self.given))
        html = kept(context.request, key, lambda: str(self.nodelist.render(context)))
        return mark_safe(html)  # noqa: S308


@register.tag("kept")
def kept_tag(parser, token):
    """{% kept "name" value … %} … {% endkept %}: HTML that follows from the edition and these
    values alone. Rendered anew on pages that are not public: for those who signed in, in previews
    of what is not public yet."""
    _, name, *given = token.split_contents()
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(nodelist, name.strip("\"'"), [parser.compile_filter(value) for value in given])
