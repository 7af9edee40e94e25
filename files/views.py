"""What lies under a publication's address `…/tep/<n>/`; each owner's app names its queryset."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.text import Truncator

from accounts import audit
from core.detail import PublicationDetailView, PublicationFileView
from core.paging import PageLinks
from files import serving
from files.models.attachments import A_PAGE
from files.paragraphs import paragraphs
from stats.models import Hit
from stats.robots import is_reader


def is_download(request, response):
    """Whether a person begins to fetch the file here: no robot, no later part, no editor."""
    return begins(request, response) and is_reader(request)


def begins(request, response):
    """Whether somebody begins to fetch the file here: no later part, none that is known."""
    first = request.headers.get("Range", "bytes=0-").startswith("bytes=0-")
    return request.method == "GET" and response.status_code in (200, 206) and first


class AttachmentMixin:
    @cached_property
    def attachment(self):
        """The attachment of this number, with its owner at hand; 404 where none is offered."""
        offered = self.object.attachments.offered().select_related("stored")
        found = get_object_or_404(offered, number=self.kwargs["number"])
        setattr(found, found.OWNER, self.object)
        return found


class AttachmentFileView(AttachmentMixin, PublicationFileView):
    """The file itself; with `?ban=<id>` an earlier version, for those who work in the admin."""

    def answer(self):
        found = self.earlier() or self.attachment
        etag = f'"{found.checksum}"'
        response = serving.send(
            self.request, found.stored.content, found.stored.mime, etag, name=found.name
        )
        if is_download(self.request, response):
            Hit.objects.count_one("download", self.object)
        if self.object.is_for_members and begins(self.request, response):
            audit.record("download", self.request.user, self.object, found.name)
        return response

    def earlier(self):
        version = self.request.GET.get("ban", "")
        if not version:
            return None
        if not version.isdecimal() or not self.for_staff(type(self.object).objects.all()):
            raise Http404
        earlier = self.object.attachments.filter(stored__state="clear").exclude(replaced_at=None)
        rows = earlier.select_related("stored")
        return get_object_or_404(rows, number=self.kwargs["number"], pk=version)


class PagePictureView(AttachmentMixin, PublicationFileView):
    """The picture of one page of a file."""

    def answer(self):
        stored, page = self.attachment.stored, int(self.kwargs["page"])
        if not 1 <= page <= stored.drawn:
            raise Http404
        etag = f'"{stored.checksum}-{page}"'
        return serving.send(self.request, stored.picture(page), "image/webp", etag)


class AttachmentReadingView(AttachmentMixin, PageLinks, PublicationDetailView):
    """A file to be read in the browser: pages as pictures with their text, or as one text."""

    template_name = "files/reading.html"

    def address(self):
        return self.attachment.get_reading_url()

    def get_context_data(self, **kwargs):
        stored, owner = self.attachment.stored, self.object
        short = Truncator(str(owner)).words(10)
        if not stored.can_be_read:
            raise Http404
        pages = Paginator(range(1, stored.page_count + 1), A_PAGE).get_page(self.asked_page())
        self.link(pages)
        texts = dict(stored.pages.filter(number__in=list(pages)).values_list("number", "text"))
        return super().get_context_data(**kwargs) | {
            "title": f"Bản đọc: {self.attachment}",
            "owner": owner,
            "attachment": self.attachment,
            "stored": stored,
            "breadcrumbs": [*owner.breadcrumbs(), (short, owner.get_absolute_url())],
            "page_obj": pages,
            "leaves": [self.leaf(number, texts.get(number, "")) for number in pages],
        }

    def leaf(self, number, text):
        """A page as it is shown; the picture only where one was drawn."""
        drawn = number <= self.attachment.stored.drawn
        picture = self.attachment.get_picture_url(number) if drawn else ""
        return {"number": number, "paragraphs": paragraphs(text), "picture": picture}
