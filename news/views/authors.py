"""What one author wrote and took the pictures of."""

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from core.site import HOME, absolute
from news.models import Author
from news.tally import ListName
from news.views.lists import NEWS, ArticleListView


class AuthorView(ArticleListView):
    template_name = "news/author.html"

    @cached_property
    def author(self):
        shown = Author.objects.shown().select_related("picture")
        return get_object_or_404(shown, slug=self.kwargs["author"])

    @property
    def list_name(self):
        return ListName("author", self.author.pk)

    def get_context_data(self, **kwargs):
        author = self.author
        return super().get_context_data(**kwargs) | {
            "title": author.name,
            "author": author,
            "page_description": author.about,
            "page_image": absolute(author.picture.share) if author.picture else "",
            "breadcrumbs": [HOME, NEWS],
        }
