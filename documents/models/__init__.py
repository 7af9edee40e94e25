"""Papers, what they are sorted by, what they have to do with one another, and their files."""

from documents.models.alerts import Attempt, Subscription, Told
from documents.models.attachments import Attachment
from documents.models.citations import Citation, UnreadPage, WantedPaper
from documents.models.legal import LegalState
from documents.models.names import Field, Issuer, Kind
from documents.models.packs import Pack, PackItem
from documents.models.papers import Document
from documents.models.querysets import DocumentQuerySet
from documents.models.relations import ChangeNote, Relation
from documents.models.series import Series

__all__ = [
    "Attachment",
    "Attempt",
    "ChangeNote",
    "Citation",
    "Document",
    "DocumentQuerySet",
    "Field",
    "Issuer",
    "Kind",
    "LegalState",
    "Pack",
    "PackItem",
    "Relation",
    "Series",
    "Subscription",
    "Told",
    "UnreadPage",
    "WantedPaper",
]
