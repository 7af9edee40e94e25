"""The schedule of conferences: as a page, and for calendars."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST, require_safe

from core.pagecache import PRIVATE
from core.paging import PrivatePagedListView
from core.site import absolute
from documents.models import Document
from speakers import ics, marks
from speakers.access import speakers_only
from speakers.models import CalendarAddress, Conference


def with_papers(conferences, person):
    """Each with those of its papers that this person may see in `shown_papers`."""
    papers = Document.objects.visible_to(person).for_list(person).newest_first()
    return conferences.prefetch_related(Prefetch("papers", papers, to_attr="shown_papers"))


@method_decorator(speakers_only, name="dispatch")
class ScheduleView(PrivatePagedListView):
    """What is to come stands above the first page of what was."""

    template_name = "speakers/schedule.html"
    http_method_names = ["get", "head"]

    def get_queryset(self):
        return with_papers(Conference.objects.past(), self.request.user)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        person = self.request.user
        upcoming = with_papers(Conference.objects.upcoming(), person)
        address = CalendarAddress.objects.filter(person=person).first()
        url = absolute(address.get_absolute_url()) if address else ""
        return context | {
            **marks.around(person, "schedule"),
            "upcoming": upcoming if context["page_obj"].number == 1 else [],
            "address": url,
            "subscribe_url": f"webcal://{url.partition('://')[2]}" if url else "",
        }


def as_calendar(conferences, name=""):
    response = HttpResponse(ics.calendar(conferences), content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = PRIVATE
    if name:
        response["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return response


@speakers_only
@require_safe
def conference_ics(request, pk):
    conference = get_object_or_404(Conference, pk=pk)
    return as_calendar([conference], f"hoi-nghi-{pk}")


@speakers_only
@require_safe
def all_ics(request):
    return as_calendar(Conference.objects.recent(), "lich-hoi-nghi")


@require_safe
def calendar(request, token):
    """The schedule for a calendar that cannot sign in; the token says for whom it asks."""
    if CalendarAddress.objects.of_token(token) is None:
        raise Http404
    return as_calendar(Conference.objects.recent())


@speakers_only
@require_POST
def renew_address(request):
    CalendarAddress.objects.renew(request.user)
    messages.success(request, "Đã tạo địa chỉ lịch riêng. Địa chỉ cũ, nếu có, không còn dùng được.")
    return redirect("speakers:schedule")


@speakers_only
@require_POST
def withdraw_address(request):
    CalendarAddress.objects.withdraw(request.user)
    messages.success(request, "Địa chỉ lịch riêng không còn dùng được.")
    return redirect("speakers:schedule")
