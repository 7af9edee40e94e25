"""Who may enter, and that nobody keeps a copy of what they see."""

from functools import wraps

from django.contrib.auth.decorators import login_required, permission_required
from django.shortcuts import get_object_or_404

from core.pagecache import PRIVATE
from news.models import Article

PERMISSION = "news.submit_article"


def writers_only(view):
    """Nobody in particular is asked to sign in; those without the permission are refused."""
    guarded = login_required(permission_required(PERMISSION, raise_exception=True)(view))

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        response = guarded(request, *args, **kwargs)
        response["Cache-Control"] = PRIVATE
        return response

    return wrapper


def own_article(request, pk):
    """404 for another person's."""
    return get_object_or_404(Article.objects.written_by(request.user), pk=pk)
