"""Papers as schema.org data for search engines."""

from core.site import absolute, trail
from documents.models import LegalState

FORCE = {
    LegalState.NOT_YET: "NotInForce",
    LegalState.IN_FORCE: "InForce",
    LegalState.PARTLY: "PartiallyInForce",
    LegalState.ENDED: "NotInForce",
    LegalState.REPLACED: "NotInForce",
    LegalState.REVOKED: "NotInForce",
}


def document(document, state, breadcrumbs) -> list[dict]:
    """JSON-LD of a paper's page: a Legislation where it has a legal state (a LegalState), else a
    CreativeWork; and the BreadcrumbList."""
    work = {
        "@context": "https://schema.org",
        "@type": "Legislation" if state else "CreativeWork",
        "name": document.title,
        "genre": document.kind.name,
        "publisher": {"@type": "Organization", "name": document.issuer.name},
        "inLanguage": "vi",
        "url": absolute(document.get_absolute_url()),
    }
    if document.symbol:
        work["identifier"] = document.symbol
    if document.issued_on:
        work["dateCreated"] = document.issued_on.isoformat()
    return [work | (legal(document, state) if state else {}), trail(breadcrumbs)]


def legal(document, state):
    found = {
        "legislationType": document.kind.name,
        "legislationPassedBy": {"@type": "Organization", "name": document.issuer.name},
        "legislationLegalForce": f"https://schema.org/{FORCE[state]}",
        "legislationIdentifier": document.symbol,
        "legislationDate": document.issued_on and document.issued_on.isoformat(),
        "temporalCoverage": covered(document),
    }
    return {name: value for name, value in found.items() if value}


def covered(document):
    """The time in which it is in force, as ISO 8601 dates with ".." for an open end."""
    begin, end = document.effective_on, document.lapses_on
    if not (begin or end):
        return ""
    return f"{begin.isoformat() if begin else '..'}/{end.isoformat() if end else '..'}"
