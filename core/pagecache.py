"""Public pages: the same for every anonymous visitor, kept by edition, never purged.

A view says that it is public with `@public_page("trang", …)` (or `PublicPageMixin`), naming the
query parameters that it reads. The middleware then answers an anonymous GET from the copy kept
under (edition, scheme, path, those parameters), or renders one. The edition is read before any
content, so a copy can be newer than its key but never older.
"""

from functools import lru_cache, wraps
from http import HTTPStatus
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse, HttpResponseNotAllowed, QueryDict
from django.urls import Resolver404, resolve
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from core.encodings import encoded, preferred_encoding
from core.keeping import edition_of
from core.pagestore import EditionStore, Page

# A proxy may answer for five seconds without asking, and for ten minutes while we are down; a
# browser asks each time. Only a proxy that says with X-Shared-Cache that it keeps the last word
# to itself hears of `stale-while-revalidate`: browsers obey it too and would show an old page.
PUBLIC = "public, max-age=0, s-maxage=5, stale-if-error=600"
PUBLIC_IN_PROXY = f"{PUBLIC}, stale-while-revalidate=5"
PRIVATE = "private, no-store"
SAFE = ["GET", "HEAD"]


class Policy(NamedTuple):
    parameters: frozenset[str]
    keep: bool
    takes_posts: bool


def public_page(*parameters: str, keep: bool = True, takes_posts: bool = False):
    """Mark a view as a pure function of published content, its path and these parameters.

    Any other parameter is taken out of the request, so a link with a tracking word is the same
    page. `keep=False` is for pages of which there are too many to keep, such as searches.
    `takes_posts` is for those with a form that anybody may send (core/guard/views.py).
    """

    def mark(view):
        @wraps(view)
        def wrapper(request, *args, **kwargs):
            return view(request, *args, **kwargs)

        wrapper.public_page = Policy(frozenset(parameters), keep, takes_posts)
        return wrapper

    return mark


class PublicPageMixin:
    """The same for class-based views."""

    page_parameters: tuple[str, ...] = ()
    keep_page = True

    @classmethod
    def as_view(cls, **initkwargs):
        return public_page(*cls.page_parameters, keep=cls.keep_page)(super().as_view(**initkwargs))


class PageCacheMiddleware:
    """Answers a kept page before anything else runs; see the order in the settings."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.store = EditionStore(settings.PAGE_CACHE_BYTES)

    def __call__(self, request):
        policy = policy_of(request)
        if policy is None:
            return self.get_response(request)
        if request.method not in SAFE:
            return (
                self.get_response(request) if policy.takes_posts else HttpResponseNotAllowed(SAFE)
            )
        request.get_host()  # a name that is not ours is refused on a kept page, too
        if request.META.get("QUERY_STRING"):
            restrict_query(request, policy.parameters)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            response = self.get_response(request)
            response["Cache-Control"] = PRIVATE
            return response
        response = self.answer(request, policy.keep)
        if "HTTP_X_SHARED_CACHE" in request.META and response.get("Cache-Control") == PUBLIC:
            response["Cache-Control"] = PUBLIC_IN_PROXY
        return response

    def process_view(self, request, view, args, kwargs):
        """An anonymous visitor's page never opens a session, not even to find it empty."""
        if hasattr(view, "public_page") and settings.SESSION_COOKIE_NAME not in request.COOKIES:
            request.user, request.is_public = AnonymousUser(), request.method in SAFE

    def answer(self, request, keep):
        edition = edition_of(request)
        encoding = preferred_encoding(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        etag = f'"{settings.RELEASE}.{edition}.{encoding}"'
        if has(etag, request.META.get("HTTP_IF_NONE_MATCH", "")):
            return unchanged(etag)
        address = (request.scheme, request.path_info, request.META.get("QUERY_STRING", ""))
        page = self.store.get((*address, encoding), edition)
        if page is None:
            with self.store.one_at_a_time(edition, *address):
                page = self.rendered(request, address, edition, encoding, keep)
        if isinstance(page, Page):
            return page.response(head=request.method == "HEAD")
        if page.status_code >= 500 or page.cookies:
            return page
        return publicly(page, etag if page.streaming else "")

    def rendered(self, request, address, edition, encoding, keep):
        """The page in this encoding; or the view's response where it is not one to keep."""
        plain = self.store.get((*address, "identity"), edition)
        if plain is None:
            response = self.get_response(request)
            if response.status_code != HTTPStatus.OK or response.streaming or response.cookies:
                return response
            plain = Page.of(publicly(response, f'"{settings.RELEASE}.{edition}.identity"'))
            if keep:
                self.store.put((*address, "identity"), edition, plain, len(plain.body))
        if encoding == "identity":
            return plain
        page = self.store.get((*address, encoding), edition) or encoded(plain, encoding)
        if keep:
            self.store.put((*address, encoding), edition, page, len(page.body))
        return page


def policy_of(request):
    """The Policy of the public page that lies at the address asked for, or None."""
    return policy_at(request.path_info)


@lru_cache(maxsize=4096)
def policy_at(path):
    try:
        return getattr(resolve(path).func, "public_page", None)
    except Resolver404:
        return None


def restrict_query(request, parameters):
    """Leave only the declared parameters, in one order, so that one page has one key."""
    query = QueryDict(mutable=True)
    for name in sorted(parameters & request.GET.keys()):
        if value := request.GET[name].replace("\0", ""):  # which PostgreSQL takes in no text
            query[name] = value
    query._mutable = False
    request.GET = query
    request.META["QUERY_STRING"] = query.urlencode()


def has(etag, known):
    """Whether an If-None-Match header names this ETag, be it as a weak one."""
    if not known or known == etag:
        return bool(known)
    return etag in (tag.removeprefix("W/") for tag in parse_etags(known))


def unchanged(etag):
    headers = {"Cache-Control": PUBLIC, "Vary": "Accept-Encoding", "ETag": etag}
    return HttpResponse(status=HTTPStatus.NOT_MODIFIED, headers=headers)


def publicly(response, etag=""):
    response["Cache-Control"] = PUBLIC
    patch_vary_headers(response, ["Accept-Encoding"])
    if etag:
        response["ETag"] = etag
    return response
