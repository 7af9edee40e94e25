"""Papers as the public sees them."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.functional import cached_property
from django.views.decorators.http import require_safe

from core.detail import PublicationDetailView
from core.paging import PagedListView
from core.site import HOME
from core.views import gone
from documents import structured
from documents.filters import DocumentFilters
from documents.models import Document

INTRO = "Hướng dẫn, công văn, kế hoạch và tài liệu tuyên truyền của Ban."
DOCUMENTS = ("Văn bản", "/van-ban/")


class DocumentListView(PagedListView):
    template_name = "documents/list.html"
    page_parameters = ("trang", *DocumentFilters.parameters)

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
    queryset = Document.objects.select_related("kind", "issuer").prefetch_related(
        "fields", "attachments"
    )

    def get_context_data(self, **kwargs):
        document, breadcrumbs = self.object, [HOME, DOCUMENTS]
        visible = Document.objects.visible_to(self.request.user)
        return super().get_context_data(**kwargs) | {
            "breadcrumbs": breadcrumbs,
            "page_description": document.title,
            "json_ld": structured.document(document, breadcrumbs),
            "related": visible.related_to(document, 4),
        }


@require_safe
def file(request, slug, pk, number):
    """A file of a paper, to whoever may see the paper; the bytes never pass by this door."""
    documents = Document.objects.filter(pk=pk)
    document = documents.visible_to(request.user).first()
    if document is None:
        withdrawn = documents.gone().first()
        if withdrawn is None:
            raise Http404
        return gone(request, withdrawn.withdrawal_note)
    attachment = get_object_or_404(document.attachments, number=number)
    return serve(request, attachment)


def serve(request, attachment):
    """The stored bytes as a download that no browser runs as a page of ours."""
    etag = f'"{attachment.checksum}"'
    response = get_conditional_response(request, etag=etag) or FileResponse(
        attachment.file.open(), as_attachment=True, filename=attachment.name
    )
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
