"""The library in the admin."""

from library.admin.galleries import GalleryAdmin
from library.admin.pictures import PictureAdmin
from library.admin.recordings import RecordingAdmin

__all__ = ["GalleryAdmin", "PictureAdmin", "RecordingAdmin"]
