"""Files that people upload: their bytes, what was read from them, and where they are attached."""

from files.models.attachments import Attachment, AttachmentQuerySet, number_once
from files.models.pages import FilePage
from files.models.stored import StoredFile

__all__ = ["Attachment", "AttachmentQuerySet", "FilePage", "StoredFile", "number_once"]
