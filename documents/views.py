"""Papers as the public sees them."""

from django.utils.functional import cached_property

from core.detail import PublicationDetailView
from core.paging import PagedListView
from core.site import HOME
from documents import structured
from documents.citing import citing_pages
from documents.filters import DocumentFilters
from documents.lookup import to_papers
from documents.models import Document

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
        return DocumentFilters(self.request.GET)

    def get_queryset(self):
        documents = Document.objects.visible_to(self.request.user)
        return self.filters.apply(documents).newest_first().for_list()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        visible = Document.objects.visible_to(self.request.user)
        return context | {
            "title": "Văn bản",
            "intro": INTRO,
            "page_description": INTRO,
            "breadcrumbs": [HOME],
            "query": self.filters.query,
            "filters": self.filters.groups(visible),
            "result_count": context["paginator"].count,
        }


class DocumentView(PublicationDetailView):
    template_name = "documents/document.html"
    queryset = Document.objects.select_related("kind", "issuer").prefetch_related("fields")

    def get_context_data(self, **kwargs):
        document, breadcrumbs = self.object, self.object.breadcrumbs()
        visible = Document.objects.visible_to(self.request.user)
        attachments = list(document.attachment_list)
        return super().get_context_data(**kwargs) | {
            "breadcrumbs": breadcrumbs,
            "attachments": attachments,
            "opening": next((a for a in attachments if a.stored.can_be_read), None),
            "page_description": document.title,
            "json_ld": structured.document(document, breadcrumbs),
            "related": visible.related_to(document, 4),
            "citing": citing_pages(document, self.request.user),
        }
