"""Papers, what they are sorted by, and their files."""

from documents.models.attachments import Attachment
from documents.models.citations import Citation, UnreadPage, WantedPaper
from documents.models.names import Field, Issuer, Kind
from documents.models.papers import Document, DocumentQuerySet

__all__ = [
    "Attachment",
    "Citation",
    "Document",
    "DocumentQuerySet",
    "Field",
    "Issuer",
    "Kind",
    "UnreadPage",
    "WantedPaper",
]
