"""The speakers' month, and what is new."""

from django.http import Http404
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from core.paging import PrivatePagedListView
from documents.models import Document, Pack
from documents.packing import Cover, members, tell_downloads
from documents.zipping import zip_response
from speakers import marks
from speakers.access import speakers_only
from speakers.models import Conference
from speakers.papers import (
    Month,
    by_field,
    fields_of,
    in_month,
    is_month,
    months_of,
    papers_for,
    with_files,
)

NEXT = 2  # conferences that the month's page announces


@method_decorator(speakers_only, name="dispatch")
class MonthView(TemplateView):
    """The month that the address names, or the newest that has papers."""

    template_name = "speakers/month.html"

    @cached_property
    def months(self):
        return months_of(papers_for(self.request.user))

    @cached_property
    def month(self):
        """None while there are no papers at all."""
        if "year" not in self.kwargs:
            return self.months[0] if self.months else None
        return month_or_404(self.kwargs["year"], self.kwargs["month"])

    def get_context_data(self, **kwargs):
        person = self.request.user
        since = marks.since(person)
        found = in_month(papers_for(person), self.month) if self.month else Document.objects.none()
        papers = marks.mark(list(with_files(found, person)), person, since)
        files = [file for paper in papers for file in paper.files]
        return super().get_context_data(**kwargs) | {
            **marks.around(person, "month"),
            **neighbours(self.months, self.month),
            "month": self.month,
            "months": self.months,
            "groups": by_field(papers),
            "papers": papers,
            "packs": packs_of(papers, person),
            "file_count": len(files),
            "size": sum(file.size for file in files),
            "since": since,
            "new_count": new_to(person, since).count(),
            "fields": fields_of(papers_for(person)),
            "conferences": Conference.objects.upcoming()[:NEXT],
        }


@speakers_only
@require_safe
def month_zip(request, year, month):
    """The files of a month in one download, with a table of contents."""
    month = month_or_404(year, month)
    papers = list(with_files(in_month(papers_for(request.user), month), request.user))
    if not papers:
        raise Http404
    cover = Cover(
        f"Tài liệu báo cáo viên {str(month).lower()}", month.get_absolute_url(), timezone.now()
    )
    chosen = [(name, paper) for name, found in by_field(papers) for paper in found]
    tell_downloads(request, chosen, cover.title)
    return zip_response(members(cover, chosen), f"bao-cao-vien-{month.year}-{month.month:02}")


def month_or_404(year, month):
    if not is_month(year, month):
        raise Http404
    return Month(year, month)


def neighbours(months, current):
    """The nearest months with papers on both sides."""
    earlier = [month for month in months if month[:2] < current[:2]] if current else []
    later = [month for month in months if month[:2] > current[:2]] if current else []
    return {"earlier": earlier[0] if earlier else None, "later": later[-1] if later else None}


def packs_of(papers, person):
    """The packs in which these papers lie."""
    if not papers:
        return []
    packs = Pack.objects.visible_to(person).filter(items__document__in=[p.pk for p in papers])
    return packs.distinct().newest_first().for_list()


def new_to(person, since):
    papers = papers_for(person)
    return papers.filter(published_at__gt=since) if since else papers.none()


@method_decorator(speakers_only, name="dispatch")
class NewView(PrivatePagedListView):
    """Papers that came since the last visit, of whatever month."""

    template_name = "speakers/new.html"
    http_method_names = ["get", "head"]

    @cached_property
    def since(self):
        return marks.since(self.request.user)

    def get_queryset(self):
        person = self.request.user
        return with_files(new_to(person, self.since), person)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        person = self.request.user
        papers = marks.mark(list(context["page_obj"]), person, self.since)
        return context | marks.around(person, "new") | {"papers": papers, "since": self.since}
