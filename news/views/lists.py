"""Lists of news: all of it, of a category, of a tag, of a month."""

from itertools import groupby
from typing import NamedTuple

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from core.keeping import kept
from core.pagecache import PublicPageMixin
from core.paging import PagedListView
from core.site import HOME, path_to
from news import tally
from news.found import Found
from news.models import Article, Category, Tag
from news.reading import most_read
from news.tally import ListName

NEWS = ("Tin tức", "/tin-tuc/")
ARCHIVE = ("Lưu trữ", "/luu-tru/")


class Month(NamedTuple):
    """A month of the archive, with how many articles it has."""

    year: int
    month: int
    count: int

    @property
    def url(self):
        return path_to("news:archive_month", self.year, self.month)


class ReadsTally:
    """Mixed into a view: the figures of its list, read once an edition."""

    list_name = ListName()

    def figures(self, within=0):
        key = ("news_tally", *self.list_name, within)
        return kept(self.request, key, lambda: tally.figures(self.list_name, within))


class ArticleListView(ReadsTally, PagedListView):
    """The articles of the list `list_name`; of one month where `month` is set."""

    template_name = "news/list.html"
    month = 0
    left_out = ()

    def get_queryset(self):
        return Found(self.list_name, self.figures, left_out=self.left_out, month=self.month)


class PinnedFirst:
    """Mixed into a list: the articles that are pinned open its first page, and stand nowhere
    else in it."""

    @cached_property
    def left_out(self):
        listed = Article.objects.published().in_list(*self.list_name).for_list()
        key = ("pinned", *self.list_name)
        return kept(self.request, key, lambda: list(listed.pinned()))

    def paginate_queryset(self, queryset, page_size):
        paginator, page, found, paged = super().paginate_queryset(queryset, page_size)
        if page.number == 1:
            page.object_list = [*self.left_out, *page.object_list]
        return paginator, page, found, paged


class IndexView(PinnedFirst, ArticleListView):
    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "title": "Tin tức",
            "most_read": most_read(self.request),
            "breadcrumbs": [HOME],
            "rss_url": reverse("news:feed"),
        }


class CategoryView(PinnedFirst, ArticleListView):
    @cached_property
    def category(self):
        slug = self.kwargs["category"]
        return kept(self.request, ("category", slug), lambda: Category.objects.with_children(slug))

    @property
    def list_name(self):
        return ListName("category", self.category.pk)

    def get_context_data(self, **kwargs):
        category = self.category
        return super().get_context_data(**kwargs) | {
            "title": category.name,
            "intro": category.description,
            "page_description": category.description,
            "category": category,
            "most_read": most_read(self.request),
            "subcategories": category.children_list,
            "breadcrumbs": category.breadcrumbs()[:-1],
            "rss_url": reverse("news:category_feed", args=[category.slug]),
        }


class TagView(ArticleListView):
    template_name = "news/tag.html"

    @cached_property
    def tag(self):
        return get_object_or_404(Tag, slug=self.kwargs["tag"])

    @property
    def list_name(self):
        return ListName("tag", self.tag.pk)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "title": f"Từ khóa: {self.tag.name}",
            "breadcrumbs": [HOME, NEWS],
        }


class ArchiveView(ReadsTally, PublicPageMixin, TemplateView):
    """Every month that has articles, with how many."""

    template_name = "news/archive.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "title": "Lưu trữ theo tháng",
            "breadcrumbs": [HOME, NEWS],
            "years": self.years,
        }

    def years(self):
        """[(year, its Months)]; asked for where the page is drawn anew."""
        months = [Month(*divmod(month, 100), n) for month, n in self.figures().items()]
        return [(year, list(found)) for year, found in groupby(months, lambda m: m.year)]


class ArchiveMonthView(ArticleListView):
    allow_empty = False

    @property
    def month(self):
        return int(self.kwargs["year"]) * 100 + int(self.kwargs["month"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "title": f"Tin tháng {self.kwargs['month']}/{self.kwargs['year']}",
            "breadcrumbs": [HOME, NEWS, ARCHIVE],
        }
