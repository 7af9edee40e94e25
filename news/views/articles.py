"""One article, on the screen and on paper."""

from django.db.models import Prefetch

from core.detail import PublicationDetailView
from core.site import absolute
from news import structured
from news.models import Article
from news.reading import around, shown_article
from news.sharing import share_links
from stats.places import name_of
from stats.ratings.models import figure_of


def opens_with_picture(article):
    """Whether the lead picture stands before the text: not where the text brings its own."""
    return article.picture is not None and "<img" not in article.body


class ArticleView(PublicationDetailView):
    template_name = "news/article.html"
    queryset = Article.objects.select_related(
        "category__parent", "picture", "topic", "rating_figure"
    ).prefetch_related(
        "tags",
        "authors",
        "photographers",
        Prefetch("related_by_hand", Article.objects.only("pk")),
    )

    def visible(self):
        return shown_article(self.request, int(self.kwargs["pk"]))

    def get_context_data(self, **kwargs):
        article = self.object
        return super().get_context_data(**kwargs) | {
            "breadcrumbs": article.breadcrumbs(),
            "tags": article.tags.all(),
            "attachments": article.attachment_list,
            "seen": name_of(article),
            **around(self.request, article),
            "page_description": article.lead,
            "page_image": absolute(article.picture.share) if article.picture else "",
            "show_picture": opens_with_picture(article),
            "rating_figure": figure_of(article),
            "json_ld": structured.article(article),
            "share_links": share_links(absolute(article.get_absolute_url()), article.title),
        }


class ArticlePrintView(PublicationDetailView):
    template_name = "news/article_print.html"
    queryset = ArticleView.queryset
    visible = ArticleView.visible

    def address(self):
        return self.object.get_print_url()

    def get_context_data(self, **kwargs):
        address = absolute(self.object.get_absolute_url())
        return super().get_context_data(**kwargs) | {
            "canonical": address,
            "show_picture": opens_with_picture(self.object),
        }
