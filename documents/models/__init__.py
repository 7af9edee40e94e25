"""Papers, what they are sorted by, and their files."""

from documents.models.attachments import Attachment
from documents.models.names import Field, Issuer, Kind
from documents.models.papers import Document, DocumentQuerySet

__all__ = ["Attachment", "Document", "DocumentQuerySet", "Field", "Issuer", "Kind"]
