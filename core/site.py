"""The site's own address and where its trails begin."""

from functools import lru_cache

from django.conf import settings
from django.urls import reverse

HOME = ("Trang chủ", "/")


def absolute(path: str) -> str:
    """`path` (or an address that is absolute already) under SITE_URL, whatever Host was asked."""
    return path if path.startswith(("http://", "https://")) else settings.SITE_URL + path


@lru_cache(maxsize=4096)
def path_to(route: str, *values) -> str:
    """The path of a route, as `reverse` finds it: once, since lists ask for it by the dozen."""
    return reverse(route, args=values)


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
