"""Files of papers, to whoever may see the paper."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from core.views import gone
from documents.models import Document


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
