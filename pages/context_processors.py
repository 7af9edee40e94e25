"""What stands around every page: names, menu, who is here."""

from django.utils.functional import SimpleLazyObject

from core.site import absolute
from news.models import Category
from pages.models import SiteSettings


def frame(request):
    user = getattr(request, "user", None)
    return {
        "site": SimpleLazyObject(SiteSettings.load),
        "menu": SimpleLazyObject(Category.objects.tree),
        "visitor": user if user is not None and user.is_authenticated else None,
        "canonical": canonical(request),
    }


def canonical(request):
    """The page's one address; pages that are nobody else's business have none."""
    match = request.resolver_match
    if match is None or not hasattr(match.func, "public_page"):
        return ""
    return absolute(request.get_full_path())
