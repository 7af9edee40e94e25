"""What came from elsewhere, addresses that lead on, and addresses that lead nowhere."""

from exchange.models.addresses import OldAddress
from exchange.models.imported import ImportedArticle, ImportedDocument
from exchange.models.missing import MissedAddress, MissedHit, MissedReferrer

__all__ = [
    "ImportedArticle",
    "ImportedDocument",
    "MissedAddress",
    "MissedHit",
    "MissedReferrer",
    "OldAddress",
]
