"""Uploaded files in the admin: as rows of a page, and the list of all."""

from files.admin.attachments import AttachmentInline, FilesAdmin
from files.admin.stored import StoredFileAdmin

__all__ = ["AttachmentInline", "FilesAdmin", "StoredFileAdmin"]
