"""Polls: the list, one poll (both kept), its ballot and its results (neither ever kept)."""

from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.generic import View

from core.detail import PublicationDetailView, PublicationDoor
from core.guard import visitors
from core.guard.views import form_page
from core.paging import PagedListView
from core.parts import is_part
from core.site import HOME
from polls.casting import AlreadyVotedError, cast, has_voted, voter_of
from polls.counting import opinions_of, results_of
from polls.forms import BallotForm, VisitorsBallotForm
from polls.models import Poll

POLLS = ("Thăm dò ý kiến", "/tham-do/")
BESIDE = 5


def beside(poll, user):
    """The polls that stand beside one: those that are open, those that ended last."""
    others = Poll.objects.visible_to(user).exclude(pk=poll.pk).for_list()
    return {
        "open_polls": others.open().newest_first()[:2],
        "ended": others.closed().last_closed_first()[:BESIDE],
    }


class PollListView(PagedListView):
    """Those that are open; below them, in pages, those that ended."""

    template_name = "polls/list.html"
    context_object_name = "ended"
    paginate_by = 20

    def get_queryset(self):
        return Poll.objects.visible_to(self.request.user).closed().for_list().last_closed_first()

    def get_context_data(self, **kwargs):
        found = Poll.objects.visible_to(self.request.user)
        return super().get_context_data(**kwargs) | {
            "title": POLLS[0],
            "breadcrumbs": [HOME],
            "open_polls": found.open().newest_first().for_list(),
        }


class PollView(PublicationDetailView):
    """The question. Figures stand on it only when they no longer change."""

    template_name = "polls/poll.html"
    queryset = Poll.objects.for_list()

    def get_context_data(self, **kwargs):
        poll = self.object
        ended = poll.stage == "closed"
        return super().get_context_data(**kwargs) | {
            "title": poll.title,
            "breadcrumbs": [HOME, POLLS],
            "page_description": poll.lead,
            "corrections": poll.corrections.all(),
            "results": results_of(poll) if ended else None,
            "opinions": opinions_of(poll) if ended else [],
            **beside(poll, self.request.user),
        }


@method_decorator(form_page, name="dispatch")
class OfAVoter(PublicationDoor, View):
    """A page that knows whether its reader has voted: never kept."""

    def get_queryset(self):
        return Poll.objects.for_list()

    def answer(self):
        self.voter = voter_of(self.request, self.object)
        return self.page(has_voted(self.object, self.voter))

    def show(self, name, **context):
        """A page, or the part of the same name that a script asked for."""
        poll = self.object
        part = is_part(self.request)
        context |= {"poll": poll, "title": poll.title}
        if not part:
            own = (poll.title, poll.get_absolute_url())
            context |= {"breadcrumbs": [HOME, POLLS, own], **beside(poll, self.request.user)}
        return render(self.request, f"ballots/{name}{'_part' if part else ''}.html", context)


class BallotView(OfAVoter):
    """The ballot: shown by GET, which never counts anything, cast by POST."""

    def post(self, request, *args, **kwargs):
        return self.get(request, *args, **kwargs)

    def page(self, voted):
        if self.request.method == "POST":
            return self.take(voted)
        if voted or self.object.stage != "open":
            return redirect(self.object.get_results_url())
        return self.form_page(self.form(initial={"chon": self.request.GET.getlist("chon")}))

    def form(self, data=None, **kwargs):
        kwargs |= {"poll": self.object, "auto_id": f"tham-do-{self.object.pk}-%s"}
        if self.object.is_for_members:
            return BallotForm(data, **kwargs)
        return VisitorsBallotForm(data, request=self.request, **kwargs)

    def form_page(self, form):
        response = self.show("ballot", form=form)
        if self.object.is_for_members:
            return response
        return visitors.remember(self.request, response)

    def take(self, voted):
        if voted:
            return self.done("truoc")
        form = self.form(self.request.POST)
        valid = form.is_valid()
        if self.voter is None:
            form.add_error(None, visitors.NO_COOKIE)
        elif valid:
            try:
                if form.admit(lambda: self.cast(form)):
                    return self.done("moi")
            except AlreadyVotedError:
                return self.done("truoc")
        return self.form_page(form)

    def cast(self, form):
        is_proven = self.object.is_for_members or form.is_proven
        cast(self.object, self.voter, **form.ballot(), is_proven=is_proven)

    def done(self, how):
        """`moi`: the ballot was taken now; `truoc`: there was one before."""
        return redirect(f"{self.object.get_results_url()}?phieu={how}")


class ResultsView(OfAVoter):
    http_method_names = ["get", "head", "options"]

    def page(self, voted):
        poll = self.object
        allowed = poll.shows_results(to_voter=voted)
        return self.show(
            "results",
            voted=voted,
            just=voted and self.request.GET.get("phieu"),
            results=results_of(poll) if allowed else None,
            opinions=opinions_of(poll) if allowed else [],
            now=timezone.now(),
        )
