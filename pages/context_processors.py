"""What stands around every page: the board's face, the menu, who is here."""

from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from core.keeping import kept
from core.site import absolute
from pages import column, face, menu

FIXED_ENTRIES = ("pages:home", "accounts:sign_in")  # of the menu, beside those of `current_section`


def frame(request):
    user = getattr(request, "user", None)
    shown = SimpleLazyObject(
        lambda: getattr(request, "previewed_face", None) or kept(request, "face", face.load)
    )
    return {
        "face": shown,
        "site": SimpleLazyObject(lambda: shown.site),
        "current_section": SimpleLazyObject(lambda: menu.current(shown.main_menu, request.path)),
        "current_entry": request.path if request.path in map(reverse, FIXED_ENTRIES) else "",
        "side_column": SimpleLazyObject(lambda: kept(request, "column", column.blocks)),
        "visitor": user if user is not None and user.is_authenticated else None,
        "canonical": canonical(request),
    }


def canonical(request):
    """The page's one address; pages that are nobody else's business have none."""
    match = request.resolver_match
    if match is None or not hasattr(match.func, "public_page"):
        return ""
    return absolute(request.get_full_path())
