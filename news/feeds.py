"""RSS of the newest articles."""

from django.contrib.syndication.views import Feed
from django.shortcuts import get_object_or_404
from django.urls import reverse

from core.site import absolute
from news.models import Article, Category

LENGTH = 20


class NewestFeed(Feed):
    """Addresses are absolute by SITE_URL, so the feed is the same under any host name."""

    title = "Tin mới"
    description = "Tin mới nhất"
    language = "vi"

    def feed_url(self, category):
        return absolute(
            reverse("news:category_feed", args=[category.slug])
            if category
            else reverse("news:feed")
        )

    def link(self, category):
        return absolute(category.get_absolute_url() if category else "/")

    def items(self, category):
        articles = Article.objects.published().newest_first().for_list()
        return articles.in_category(category)[:LENGTH] if category else articles[:LENGTH]

    def item_title(self, article):
        return article.title

    def item_description(self, article):
        return article.lead

    def item_link(self, article):
        return absolute(article.get_absolute_url())

    item_guid_is_permalink = False

    def item_guid(self, article):
        return absolute(f"/tin-tuc/{article.pk}")

    def item_pubdate(self, article):
        return article.published_at

    def item_updateddate(self, article):
        return article.updated_at

    def item_author_name(self, article):
        return article.author

    def item_categories(self, article):
        return [article.category.name]


class CategoryFeed(NewestFeed):
    def get_object(self, request, category):
        return get_object_or_404(Category, slug=category)

    def title(self, category):
        return category.name

    def description(self, category):
        return category.description or f"Tin mới nhất của chuyên mục {category.name}"
