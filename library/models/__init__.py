"""Pictures, photo stories, sound and films."""

from library.models.galleries import Gallery, GalleryItem
from library.models.pictures import Picture, PreviousKey
from library.models.recordings import Recording

__all__ = ["Gallery", "GalleryItem", "Picture", "PreviousKey", "Recording"]
