"""RSS of the newest articles."""

from django.contrib.syndication.views import Feed
from django.shortcuts import get_object_or_404
from django.urls import reverse

from core.site import absolute
from news.models import Article, Category, Topic
from news.tally import ListName

LENGTH = 20


class NewestFeed(Feed):
    """Addresses are absolute by SITE_URL, so the feed is the same under any host name."""

    title = "Tin mới"
    description = "Tin mới nhất"
    language = "vi"

    def feed_url(self, subject):
        return absolute(reverse("news:feed"))

    def link(self, subject):
        return absolute(subject.get_absolute_url() if subject else "/")

    def list_of(self, subject):
        return ListName()

    def items(self, subject):
        public = Article.objects.published().for_list().prefetch_related("authors")
        return public.listed(*self.list_of(subject), LENGTH)

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
        return ", ".join(credit.name for credit in article.writers)

    def item_categories(self, article):
        return [article.category.name]


class CategoryFeed(NewestFeed):
    def get_object(self, request, category):
        return Category.objects.with_children(category)

    def feed_url(self, category):
        return absolute(reverse("news:category_feed", args=[category.slug]))

    def list_of(self, category):
        return ListName("category", category.pk)

    def title(self, category):
        return category.name

    def description(self, category):
        return category.description or f"Tin mới nhất của chuyên mục {category.name}"


class TopicFeed(NewestFeed):
    def get_object(self, request, topic):
        return get_object_or_404(Topic.objects.shown(), slug=topic)

    def feed_url(self, topic):
        return absolute(reverse("news:topic_feed", args=[topic.slug]))

    def list_of(self, topic):
        return ListName("topic", topic.pk)

    def title(self, topic):
        return topic.name

    def description(self, topic):
        return topic.description or f"Tin mới nhất của dòng sự kiện {topic.name}"
