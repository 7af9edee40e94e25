"""Packs and series as the public sees them."""

from django.db.models import F, OuterRef, Subquery
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from core.detail import PublicationDetailView
from core.paging import PagedListView
from core.site import HOME, absolute
from core.views import gone
from documents.models import Document, Pack, Series
from documents.packing import Cover, members, tell_downloads
from documents.trail import DOCUMENTS
from documents.zipping import zip_response

PACKS = ("Bộ tài liệu", "/bo-tai-lieu/")
SERIES = ("Ấn phẩm", "/an-pham/")


class PackListView(PagedListView):
    template_name = "documents/packs.html"

    def get_queryset(self):
        return Pack.objects.visible_to(self.request.user).newest_first().for_list()

    def get_context_data(self, **kwargs):
        intro = "Thư, hướng dẫn, đề cương và trình chiếu của từng dịp, tải về một lần."
        return super().get_context_data(**kwargs) | {
            "title": PACKS[0],
            "intro": intro,
            "page_description": intro,
            "breadcrumbs": [HOME, DOCUMENTS],
        }


class PackView(PublicationDetailView):
    template_name = "documents/pack.html"
    queryset = Pack.objects.prefetch_related("items").defer("search")

    def get_context_data(self, **kwargs):
        pack = self.object
        papers = pack.papers_for(self.request.user)
        files = [file for _, paper in papers for file in paper.files]
        return super().get_context_data(**kwargs) | {
            "title": pack.title,
            "page_description": pack.lead or pack.title,
            "breadcrumbs": [HOME, DOCUMENTS, PACKS],
            "papers": papers,
            "file_count": len(files),
            "size": sum(file.size for file in files),
        }


@require_safe
def pack_zip(request, slug, pk):
    """The files of a pack that this visitor may see, as one download."""
    packs = Pack.objects.filter(pk=pk)
    pack = packs.visible_to(request.user).first()
    if pack is None:
        withdrawn = packs.gone().first()
        if withdrawn is None:
            raise Http404
        return gone(request, withdrawn.withdrawal_note)
    papers = pack.papers_for(request.user)
    tell_downloads(request, papers, pack.title)
    cover = Cover(pack.title, pack.get_absolute_url(), pack.updated_at)
    return zip_response(members(cover, papers), pack.title)


def issues_in_order(papers):
    """The newest month first, in it the highest number."""
    month, number = F("issue_month").desc(nulls_last=True), F("issue_number").desc(nulls_last=True)
    return papers.order_by(month, number, "-dated", "-id")


class SeriesListView(PagedListView):
    """Each series with its newest issue."""

    template_name = "documents/series_list.html"

    def get_queryset(self):
        issues = Document.objects.visible_to(self.request.user).filter(series=OuterRef("pk"))
        newest = Subquery(issues_in_order(issues).values("pk")[:1])
        return Series.objects.annotate(newest=newest).exclude(newest=None)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        newest = [series.newest for series in context["page_obj"]]
        issues = Document.objects.visible_to(self.request.user).select_related("series", "cover")
        return context | {
            "title": SERIES[0],
            "page_description": "Bản tin, tài liệu ra định kỳ.",
            "breadcrumbs": [HOME, DOCUMENTS],
            "issues": sorted(issues.filter(pk__in=newest), key=lambda i: newest.index(i.pk)),
        }


class SeriesView(PagedListView):
    """The issues of a series; a series without any that may be seen is not there."""

    template_name = "documents/series.html"
    paginate_by = 24

    def get_queryset(self):
        self.series = get_object_or_404(Series, slug=self.kwargs["slug"])
        issues = Document.objects.visible_to(self.request.user).filter(series=self.series)
        return issues_in_order(issues).select_related("series", "cover")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if not context["page_obj"].object_list:
            raise Http404
        newest = context["page_obj"].object_list[0]
        return context | {
            "title": self.series.name,
            "intro": self.series.description,
            "page_description": self.series.description or self.series.name,
            "page_image": absolute(newest.cover.share) if newest.cover else "",
            "breadcrumbs": [HOME, DOCUMENTS, SERIES],
        }
