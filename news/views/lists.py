"""Lists of news: all of it, of a category, of a tag, of a month."""

from itertools import groupby

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from core.pagecache import PublicPageMixin
from core.paging import PagedListView
from core.site import HOME
from news.models import Article, Category, Tag
from stats.models import MostRead

NEWS = ("Tin tức", "/tin-tuc/")
ARCHIVE = ("Lưu trữ", "/luu-tru/")


class ArticleListView(PagedListView):
    template_name = "news/list.html"

    def get_queryset(self):
        return Article.objects.published().newest_first().for_list()


class PinnedFirst:
    """Mixed into a list: the articles that are pinned open its first page, and stand nowhere
    else in it."""

    def get_queryset(self):
        listed = super().get_queryset()
        self.pinned = list(listed.pinned())
        return listed.exclude(pk__in=[article.pk for article in self.pinned])

    def paginate_queryset(self, queryset, page_size):
        paginator, page, found, paged = super().paginate_queryset(queryset, page_size)
        if page.number == 1:
            page.object_list = [*self.pinned, *page.object_list]
        return paginator, page, found, paged


class IndexView(PinnedFirst, ArticleListView):
    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "title": "Tin tức",
            "most_read": MostRead.objects.lists(5),
            "breadcrumbs": [HOME],
            "rss_url": reverse("news:feed"),
        }


class ArticlesOfCategoryView(ArticleListView):
    @cached_property
    def category(self):
        return Category.objects.with_children(self.kwargs["category"])

    def get_queryset(self):
        return super().get_queryset().in_category(self.category)


class CategoryView(PinnedFirst, ArticlesOfCategoryView):
    def get_context_data(self, **kwargs):
        category = self.category
        return super().get_context_data(**kwargs) | {
            "title": category.name,
            "intro": category.description,
            "page_description": category.description,
            "category": category,
            "most_read": MostRead.objects.lists(5),
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
        }
