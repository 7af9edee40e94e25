"""Running stories: all of them, and each with its articles from the newest back."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property

from core.paging import PagedListView
from core.site import HOME, absolute
from news.models import Topic
from news.tally import ListName
from news.views.lists import NEWS, ArticleListView

TOPICS = ("Dòng sự kiện", "/dong-su-kien/")


class TopicListView(PagedListView):
    template_name = "news/topics.html"

    def get_queryset(self):
        return Topic.objects.latest_first()

    def get_context_data(self, **kwargs):
        shown = {"title": TOPICS[0], "breadcrumbs": [HOME, NEWS]}
        return super().get_context_data(**kwargs) | shown


class TopicView(ArticleListView):
    template_name = "news/topic.html"

    @cached_property
    def topic(self):
        return get_object_or_404(Topic.objects.latest_first(), slug=self.kwargs["topic"])

    @property
    def list_name(self):
        return ListName("topic", self.topic.pk)

    def get_context_data(self, **kwargs):
        topic = self.topic
        return super().get_context_data(**kwargs) | {
            "title": topic.name,
            "topic": topic,
            "page_description": topic.description,
            "page_image": absolute(topic.picture.share) if topic.picture else "",
            "breadcrumbs": [HOME, NEWS, TOPICS],
            "rss_url": reverse("news:topic_feed", args=[topic.slug]),
        }
