"""One article, on the screen and on paper."""

from django.db.models import Prefetch

from core.detail import PublicationDetailView
from core.site import absolute
from news import structured
from news.models import Article
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

    def get_context_data(self, **kwargs):
        article = self.object
        public = Article.objects.published().for_list()
        newer, older = public.around(article, near=3)
        return super().get_context_data(**kwargs) | {
            "breadcrumbs": article.breadcrumbs(),
            "attachments": article.attachment_list,
            "seen": name_of(article),
            "newer": newer,
            "older": older,
            "related": public.related_to(article, 4),
            "of_topic": public.beside_in_topic(article)[:4] if article.topic else [],
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

    def address(self):
        return self.object.get_print_url()

    def get_context_data(self, **kwargs):
        address = absolute(self.object.get_absolute_url())
        return super().get_context_data(**kwargs) | {
            "canonical": address,
            "show_picture": opens_with_picture(self.object),
        }
