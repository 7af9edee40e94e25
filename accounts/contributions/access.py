"""Who may enter, and what each finds."""

from django.shortcuts import get_object_or_404

from core.private import only_with
from news.models import Article

PERMISSION = "news.submit_article"
writers_only = only_with(PERMISSION)


def own_article(request, pk):
    """404 for another person's."""
    return get_object_or_404(Article.objects.written_by(request.user), pk=pk)
