"""Pictures of public pages, photo stories, sound and films."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponseGone
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from core.detail import PublicationDetailView, PublicationFileView
from core.pagecache import PRIVATE
from core.paging import PagedListView
from core.site import HOME, absolute
from files import serving
from library import renditions
from library.models import Gallery, Picture, Recording
from library.uses import withheld

GALLERIES = ("Thư viện ảnh", "/thu-vien/")
RECORDINGS = ("Nghe nhìn", "/nghe-nhin/")
FOREVER = "public, max-age=31536000, immutable"
BRIEFLY = "public, max-age=60"
PLAYED = "default-src 'none'; media-src 'self'"
# A server may send less than was asked for, and players then ask on: so that a slow phone
# holds one of our few threads for two megabytes at a time and not for a whole film.
LONGEST = 2 * 1024 * 1024


@require_safe
def picture(request, key, width, extension):
    """One rendition. Its address carries a random key and never changes its bytes; it goes with
    the last of what showed the picture, but for those who work here."""
    closed = withheld(Picture.objects.filter(key=key)).exists()
    if closed and not request.user.has_perm("library.view_picture"):
        return removed()
    response = rendition(key, width, extension)
    if closed:
        response["Cache-Control"] = PRIVATE
    return response


def removed():
    """410 for a picture; asked for again after a minute, since what was withdrawn may return."""
    response = HttpResponseGone("Ảnh này đã được gỡ.", content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = BRIEFLY
    return response


def rendition(key, width, extension):
    try:
        file = default_storage.open(renditions.path_of(key, width, extension))
    except FileNotFoundError:
        return rendition_to_make(key, int(width), extension)
    return image(file, extension)


def rendition_to_make(key, width, extension):
    """One that is not there yet, or whose picture has another file, and another key, today."""
    found = Picture.objects.with_key(key)
    if found is None:
        raise Http404
    if found.key != key:
        response = redirect(found.url(width, extension))
        response["Cache-Control"] = BRIEFLY
        return response
    if width not in found.widths:
        raise Http404
    try:
        renditions.make(key, width, extension)
    except FileNotFoundError:
        raise Http404 from None
    return image(default_storage.open(renditions.path_of(key, width, extension)), extension)


def image(file, extension):
    return FileResponse(
        file,
        content_type=renditions.CONTENT_TYPES[extension],
        headers={"Cache-Control": FOREVER, "Content-Security-Policy": "default-src 'none'"},
    )


class ShelfView(PagedListView):
    """All of one kind, as cards; `beside` leads to the other kind."""

    template_name = "library/list.html"
    paginate_by = 18

    def get_queryset(self):
        return self.model.objects.published().newest_first().for_list()

    def get_context_data(self, **kwargs):
        shown = {"title": self.title, "beside": self.beside, "nothing": self.nothing}
        return super().get_context_data(**kwargs) | shown | {"breadcrumbs": [HOME]}


class GalleryListView(ShelfView):
    model = Gallery
    title, beside = GALLERIES[0], RECORDINGS
    nothing = "Chưa có chùm ảnh nào"


class RecordingListView(ShelfView):
    model = Recording
    title, beside = RECORDINGS[0], GALLERIES
    nothing = "Chưa có âm thanh, video nào"


class PieceView(PublicationDetailView):
    """One of them, and three others."""

    def get_context_data(self, **kwargs):
        piece = self.object
        others = type(piece).objects.published().exclude(pk=piece.pk)
        return super().get_context_data(**kwargs) | {
            "title": piece.title,
            "breadcrumbs": [HOME, self.shelf],
            "page_description": piece.lead,
            "page_image": absolute(piece.picture.share) if piece.picture else "",
            "others": others.newest_first().for_list()[:3],
        }


class GalleryView(PieceView):
    template_name = "library/gallery.html"
    queryset = Gallery.objects.prefetch_related("items__picture").defer("search")
    shelf = GALLERIES


class RecordingView(PieceView):
    template_name = "library/recording.html"
    queryset = Recording.objects.select_related("picture").defer("search")
    shelf = RECORDINGS


class RecordingFileView(PublicationFileView):
    """The file of a recording, whole or in parts."""

    queryset = Recording.objects.defer("search")

    def answer(self):
        file = self.object.file
        if not file:
            raise Http404
        etag = f'"{file.name.rpartition("/")[2]}"'
        return serving.send(
            self.request, file, self.object.media_type, etag, policy=PLAYED, longest=LONGEST
        )
