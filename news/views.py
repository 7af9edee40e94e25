"""News as the public sees it."""

from itertools import groupby

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from core.detail import PublicationDetailView
from core.pagecache import PublicPageMixin
from core.paging import PagedListView
from core.site import HOME, absolute
from news import structured
from news.models import Article, Category, Tag
from news.sharing import share_links

NEWS = ("Tin tức", "/tin-tuc/")
ARCHIVE = ("Lưu trữ", "/luu-tru/")


class ArticleListView(PagedListView):
    template_name = "news/list.html"

    def get_queryset(self):
        return Article.objects.published().newest_first().for_list()

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "title": "Tin tức",
            "breadcrumbs": [HOME],
            "rss_url": reverse("news:feed"),
        }


class CategoryView(ArticleListView):
    @cached_property
    def category(self):
        return Category.objects.with_children(self.kwargs["category"])

    def get_queryset(self):
        return super().get_queryset().in_category(self.category)

    def get_context_data(self, **kwargs):
        category = self.category
        return super().get_context_data(**kwargs) | {
            "title": category.name,
            "intro": category.description,
            "page_description": category.description,
            "category": category,
            "subcategories": category.children_list,
            "breadcrumbs": category.breadcrumbs()[:-1],
            "rss_url": reverse("news:category_feed", args=[category.slug]),
        }


class TagView(ArticleListView):
    template_name = "news/tag.html"

    @cached_property
    def tag(self):
        return get_object_or_404(Tag, slug=self.kwargs["tag"])

    def get_queryset(self):
        return super().get_queryset().filter(tags=self.tag)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "title": f"Từ khóa: {self.tag.name}",
            "breadcrumbs": [HOME, NEWS],
            "rss_url": "",
        }


def opens_with_picture(article):
    """Whether the lead picture stands before the text: not where the text brings its own."""
    return article.picture is not None and "<img" not in article.body


class ArticleView(PublicationDetailView):
    template_name = "news/article.html"
    queryset = Article.objects.select_related("category__parent", "picture").prefetch_related(
        "tags"
    )

    def get_context_data(self, **kwargs):
        article = self.object
        public = Article.objects.published().for_list()
        newer, older, latest = public.around(article, near=3, latest=5)
        return super().get_context_data(**kwargs) | {
            "breadcrumbs": article.category.breadcrumbs(),
            "newer": newer,
            "older": older,
            "related": public.related_to(article, 4),
            "latest": latest,
            "page_description": article.lead,
            "page_image": absolute(article.picture.share) if article.picture else "",
            "show_picture": opens_with_picture(article),
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


class ArchiveView(PublicPageMixin, TemplateView):
    """Every month that has articles, with how many."""

    template_name = "news/archive.html"

    def get_context_data(self, **kwargs):
        months = Article.objects.published().months()
        return super().get_context_data(**kwargs) | {
            "title": "Lưu trữ theo tháng",
            "breadcrumbs": [HOME, NEWS],
            "years": [(year, list(found)) for year, found in groupby(months, lambda m: m.year)],
        }


class ArchiveMonthView(ArticleListView):
    allow_empty = False

    def get_queryset(self):
        return super().get_queryset().in_month(int(self.kwargs["year"]), int(self.kwargs["month"]))

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "title": f"Tin tháng {self.kwargs['month']}/{self.kwargs['year']}",
            "breadcrumbs": [HOME, NEWS, ARCHIVE],
            "rss_url": "",
        }
