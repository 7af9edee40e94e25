"""Pictures of public pages."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

from library.renditions import path_of

FOREVER = "public, max-age=31536000, immutable"


@require_safe
def picture(request, key, width):
    """One rendition. Its address carries a random key and never changes its bytes."""
    try:
        file = default_storage.open(path_of(key, width))
    except FileNotFoundError:
        raise Http404 from None
    return FileResponse(
        file,
        content_type="image/webp",
        headers={"Cache-Control": FOREVER, "Content-Security-Policy": "default-src 'none'"},
    )
