"""The files of articles, to whoever may see the article."""

from files.views import AttachmentFileView, AttachmentReadingView, PagePictureView
from news.models import Article

ARTICLES = Article.objects.select_related("category__parent").defer("body")


class FileView(AttachmentFileView):
    queryset = ARTICLES


class ReadingView(AttachmentReadingView):
    queryset = ARTICLES


class PictureView(PagePictureView):
    queryset = ARTICLES
