"""Papers as the public sees them."""

from django.conf import settings
from django.urls import reverse
from django.utils.functional import cached_property

from core.detail import PublicationDetailView
from core.paging import PagedListView
from core.site import HOME, absolute
from documents import structured
from documents.citing import citing_pages
from documents.facets import Facets
from documents.filters import GROUPS, DocumentFilters
from documents.lookup import to_papers
from documents.models import Document
from documents.relating import groups_of, standing_of
from documents.shown import public_paper
from documents.trail import DOCUMENTS
from speakers.papers import address_of
from stats.places import name_of

INTRO = "Hướng dẫn, công văn, kế hoạch và tài liệu tuyên truyền của Ban."


class DocumentListView(PagedListView):
    template_name = "documents/list.html"
    page_parameters = ("trang", *DocumentFilters.parameters)

    def get(self, request, *args, **kwargs):
        """A query of nothing but a symbol goes to the paper or the choice."""
        found = request.GET.keys() == {"q"} and to_papers(request.GET["q"], request.user)
        return found or super().get(request, *args, **kwargs)

    @cached_property
    def filters(self):
        return DocumentFilters(self.request.GET, self.request.user)

    @cached_property
    def facets(self):
        return Facets(self.filters)

    def get_queryset(self):
        return self.facets.found(self.filters.sorted_papers().for_list(self.request.user))

    def page_url(self, number):
        return self.filters.url(trang=number if number > 1 else "")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        filters = self.filters
        labels = [label for name in GROUPS if (label := filters.label_of(name))]
        return context | {
            "title": "Văn bản" + (f": {', '.join(labels)}" if labels else ""),
            "intro": "" if labels else INTRO,
            "page_description": INTRO,
            "breadcrumbs": [HOME, DOCUMENTS] if labels or filters.query else [HOME],
            "canonical": absolute(self.page_url(context["page_obj"].number)),
            "query": filters.query,
            "by_number": filters.by_number,
            "sort_url": filters.url(xep="" if filters.by_number else "so"),
            "csv_url": filters.csv_url(),
            "rss_url": filters.rss_url(),
            "alert_url": filters.alert_url(),
            "filters": self.facets.groups(),
            "count_words": self.facets.count_words(),
            "is_cut": self.object_list.is_cut,
        }


class DocumentYearView(DocumentListView):
    """The papers of a year, under an address of its own."""

    page_parameters = ("trang", "q", "xep")

    @cached_property
    def filters(self):
        data = self.request.GET.dict() | {"nam": self.kwargs["year"]}
        return DocumentFilters(data, self.request.user)


class DocumentView(PublicationDetailView):
    template_name = "documents/document.html"
    queryset = Document.objects.for_page().prefetch_related("fields", "relations", "change_notes")

    def visible(self):
        if self.request.user.is_authenticated:
            return super().visible()
        return public_paper(int(self.kwargs["pk"]))

    def get_context_data(self, **kwargs):
        document, viewer = self.object, self.request.user
        kind = (document.kind.name, f"{reverse('documents:index')}?loai={document.kind.slug}")
        breadcrumbs = [*document.breadcrumbs(), kind]
        groups = groups_of(document, viewer)
        standing = standing_of(document, groups)
        attachments = list(document.attachment_list)
        visible = Document.objects.visible_to(viewer)
        return super().get_context_data(**kwargs) | {
            "breadcrumbs": breadcrumbs,
            "attachments": attachments,
            "seen": name_of(document),
            "opening": next((a for a in attachments if a.stored.can_be_read), None),
            "page_description": document.title,
            "page_image": absolute(document.cover.share) if document.cover else "",
            "json_ld": structured.document(document, standing.state, breadcrumbs),
            "relations": groups,
            "standing": standing,
            "alert_url": f"{reverse('documents:subscribe')}?van-ban={document.pk}"
            if settings.EMAIL_HOST
            else "",
            "speakers_url": address_of(document),
            "related": visible.related_to(document, 4),
            "citing": citing_pages(document, self.request.user),
        }
