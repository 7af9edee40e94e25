"""The work calendar: a page a week, and for the calendars of telephones."""

from datetime import date, timedelta
from itertools import groupby

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from core import icalendar
from core.pagecache import PublicPageMixin, public_page
from core.site import HOME, absolute
from pages.models import WorkEvent
from pages.models.week import week_url

YEARS = range(2000, 2100)
A_WEEK = timedelta(days=7)
KEPT = timedelta(days=365)  # how far back a subscribed calendar reaches


@never_cache
@require_safe
def this_week(request):
    """Which week it is follows from the clock, so nobody may keep this answer."""
    return redirect(week_url(localdate()))


def monday_of(year, week):
    """The first day of an ISO week; Http404 where the year has none of that number."""
    try:
        found = date.fromisocalendar(year, week, 1)
    except ValueError:
        raise Http404 from None
    if year not in YEARS:
        raise Http404
    return found


class WeekView(PublicPageMixin, TemplateView):
    """The days that have something. Links lead on only where there is more that way, so that
    nobody walks through empty weeks for ever."""

    template_name = "pages/week.html"

    def get_context_data(self, year, week, **kwargs):
        monday = monday_of(year, week)
        events = list(WorkEvent.objects.in_week(monday))
        sunday = monday + timedelta(days=6)
        return super().get_context_data(**kwargs) | {
            "title": f"Lịch công tác tuần {week} năm {year}",
            "intro": f"Từ {monday:%d/%m/%Y} đến {sunday:%d/%m/%Y}",
            "breadcrumbs": [HOME],
            "days": [(day, list(rows)) for day, rows in groupby(events, lambda e: e.day)],
            "today": localdate(),
            "year": year,
            "week": week,
            **self.neighbours(monday),
        }

    def neighbours(self, monday):
        """The nearest weeks before and after that have something."""
        days = WorkEvent.objects.exclude(
            pk__in=WorkEvent.objects.in_week(monday).values("pk")
        ).order_by("starts_at")
        start = monday
        before = days.filter(starts_at__date__lt=start).last()
        after = days.filter(starts_at__date__gte=start + A_WEEK).first()
        return {
            "earlier": week_url(before.day) if before else "",
            "later": week_url(after.day) if after else "",
        }


def as_event(row):
    about = [
        row.chair and f"Chủ trì: {row.chair}",
        row.attendees and f"Thành phần: {row.attendees}",
    ]
    return icalendar.Event(
        uid=f"lich-{row.pk}",
        created_at=row.created_at,
        changed_at=row.updated_at,
        starts_at=row.starts_at,
        ends_at=row.end,
        title=row.title,
        where=row.place,
        about="\n".join(filter(None, [*about, row.note])),
        url=absolute(row.get_absolute_url()),
        is_cancelled=row.is_cancelled,
    )


def as_calendar(rows):
    text = icalendar.calendar("Lịch công tác", map(as_event, rows))
    return HttpResponse(text, content_type="text/calendar; charset=utf-8")


@public_page()
def week_ics(request, year, week):
    response = as_calendar(WorkEvent.objects.in_week(monday_of(year, week)))
    response["Content-Disposition"] = f'attachment; filename="lich-{year}-{week:02}.ics"'
    return response


@public_page()
def all_ics(request):
    """For a calendar that subscribes: all that is to come, and a year of what was (of which the
    oldest may stay some days longer, until the next change)."""
    return as_calendar(WorkEvent.objects.filter(starts_at__gt=timezone.now() - KEPT))
