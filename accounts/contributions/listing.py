"""A writer's own articles: where each stands, why it came back, where it is published."""

from django.http import Http404
from django.utils.decorators import method_decorator

from accounts.contributions.access import writers_only
from accounts.contributions.autosaves import own_autosaves
from accounts.contributions.states import BY_WORD, choices
from core.paging import PrivatePagedListView
from core.records import Notification
from news.models import Article

FEW = 5  # articles of which news is told at once


@method_decorator(writers_only, name="dispatch")
class ListView(PrivatePagedListView):
    """`?xem=` narrows it down to a state; the bin is listed only when it is asked for."""

    template_name = "accounts/contributions/list.html"
    http_method_names = ["get", "head"]

    @property
    def state(self):
        word = self.request.GET.get("xem", "")
        if word and word not in BY_WORD:
            raise Http404
        return BY_WORD.get(word)

    @property
    def own(self):
        return Article.objects.written_by(self.request.user)

    def get_queryset(self):
        state = self.state
        articles = self.own.filter(state.condition) if state else self.own.in_hand()
        return articles.for_list().with_reasons().order_by("-updated_at", "-id")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "choices": choices(self.own, self.state),
            "state": self.state,
            "news": self.news(),
            "unsaved": own_autosaves(self.request.user),
        }

    def news(self):
        """Of each article the last step that this person has not seen."""
        unread = Notification.objects.unread_by(self.request.user).about_any_of(self.own)
        newest = {}
        for notification in unread.prefetch_related("record__publication")[: FEW * 4]:
            newest.setdefault(notification.record.object_id, notification.record)
        return list(newest.values())[:FEW]
