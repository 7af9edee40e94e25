"""Papers as schema.org data for search engines."""

from core.site import absolute, trail


def document(document, breadcrumbs) -> list[dict]:
    """JSON-LD of a paper's page: CreativeWork and BreadcrumbList."""
    work = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
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
    return [work, trail(breadcrumbs)]
