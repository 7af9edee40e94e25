"""What stands around every page: the board's face, the menu, who is here."""

from django.utils.functional import SimpleLazyObject

from core.site import absolute
from pages import column, face, menu


def frame(request):
    user = getattr(request, "user", None)
    shown = SimpleLazyObject(lambda: getattr(request, "previewed_face", None) or face.load())
    return {
        "face": shown,
        "site": SimpleLazyObject(lambda: shown.site),
        "current_section": SimpleLazyObject(lambda: menu.current(shown.main_menu, request.path)),
        "side_column": SimpleLazyObject(column.blocks),
        "visitor": user if user is not None and user.is_authenticated else None,
        "canonical": canonical(request),
    }


def canonical(request):
    """The page's one address; pages that are nobody else's business have none."""
    match = request.resolver_match
    if match is None or not hasattr(match.func, "public_page"):
        return ""
    return absolute(request.get_full_path())
