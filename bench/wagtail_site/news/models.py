"""Home, category and article, each fetching what it shows in as few queries as Wagtail allows."""

from django.core.paginator import Paginator
from django.db import models
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager, PageQuerySet

CARD = "fill-480x320|format-webp"
A_PAGE = 20


class ArticleQuerySet(PageQuerySet):
    def newest(self):
        cards = self.live().select_related("picture").prefetch_related("picture__renditions")
        return cards.defer("body").order_by("-date", "-id")


class HomePage(Page):
    max_count = 1

    def get_context(self, request):
        categories = list(CategoryPage.objects.live().child_of(self).order_by("path"))
        for category in categories:
            articles = ArticlePage.objects.newest().filter(category=category)
            category.newest = with_address(articles[:4])
        latest = list(ArticlePage.objects.newest()[:10])
        return super().get_context(request) | {
            "categories": categories,
            "latest": with_address(latest),
        }


class CategoryPage(Page):
    def get_context(self, request):
        articles = ArticlePage.objects.newest().filter(category=self)
        page = Paginator(articles, A_PAGE).get_page(request.GET.get("page"))
        page.object_list = with_address(page.object_list)
        return super().get_context(request) | {"page_obj": page}


class ArticleTag(TaggedItemBase):
    content_object = ParentalKey(
        "ArticlePage", on_delete=models.CASCADE, related_name="tagged_items"
    )


class ArticlePage(Page):
    category = models.ForeignKey(CategoryPage, models.PROTECT, related_name="+")
    date = models.DateTimeField()
    lead = models.TextField(blank=True)
    body = RichTextField(blank=True)
    author = models.CharField(max_length=200, blank=True)
    picture = models.ForeignKey("wagtailimages.Image", models.PROTECT, null=True, related_name="+")
    tags = ClusterTaggableManager(through=ArticleTag, blank=True)

    objects = PageManager.from_queryset(ArticleQuerySet)()

    class Meta:
        indexes = [
            models.Index(fields=["-date"], name="article_newest"),
            models.Index(fields=["category", "-date"], name="article_newest_of_category"),
        ]

    def get_context(self, request):
        others = ArticlePage.objects.newest().filter(category=self.category_id)
        others = [other for other in others[:7] if other.pk != self.pk][:6]
        return super().get_context(request) | {
            "category": self.category,
            "tag_list": self.tags.all(),
            "others": with_address(others),
        }


def with_address(articles):
    """Each with its address, from the path that its row holds: no query for it. The site's root
    page stands in front of every path."""
    found = list(articles)
    for article in found:
        article.address = "/" + article.url_path.split("/", 2)[2]
    return found
