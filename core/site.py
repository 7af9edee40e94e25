"""The site's own address and where its trails begin."""

from django.conf import settings

HOME = ("Trang chủ", "/")


def absolute(path: str) -> str:
    """`path` (or an address that is absolute already) under SITE_URL, whatever Host was asked."""
    return path if path.startswith(("http://", "https://")) else settings.SITE_URL + path


def trail(breadcrumbs) -> dict:
    """Breadcrumbs, (name, address) each, as a schema.org BreadcrumbList."""
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": absolute(url)}
            for position, (name, url) in enumerate(breadcrumbs, 1)
        ],
    }
