"""The files of papers, to whoever may see the paper."""

from documents.models import Document
from files.views import AttachmentFileView, AttachmentReadingView, PagePictureView

PAPERS = Document.objects.select_related("kind", "issuer")


class FileView(AttachmentFileView):
    queryset = PAPERS


class ReadingView(AttachmentReadingView):
    queryset = PAPERS


class PictureView(PagePictureView):
    queryset = PAPERS
