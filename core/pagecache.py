"""Public pages: the same for every anonymous visitor, kept by edition, never purged.

A view says that it is public with `@public_page("trang", …)` (or `PublicPageMixin`), naming the
query parameters that it reads. The middleware then answers an anonymous GET from the copy kept
under (edition, path, those parameters), or renders one. The edition is read before any content,
so a copy can be newer than its key but never older.
"""

from functools import wraps
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse, HttpResponseNotAllowed, QueryDict
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from core import editions
from core.encodings import encoded, preferred_encoding
from core.pagestore import Page, PageStore

# A proxy may answer for five seconds without asking, and for ten minutes while we are down; a
# browser asks each time. Only a proxy that says with X-Shared-Cache that it keeps the last word
# to itself hears of `stale-while-revalidate`: browsers obey it too and would show an old page.
PUBLIC = "public, max-age=0, s-maxage=5, stale-if-error=600"
PUBLIC_IN_PROXY = f"{PUBLIC}, stale-while-revalidate=5"
PRIVATE = "private, no-store"
SAFE = ["GET", "HEAD"]


def public_page(*parameters: str, keep: bool = True):
    """Mark a view as a pure function of published content, its path and these parameters.

    Any other parameter is taken out of the request, so a link with a tracking word is the same
    page. `keep=False` is for pages of which there are too many to keep, such as searches.
    """

    def mark(view):
        @wraps(view)
        def wrapper(request, *args, **kwargs):
            return view(request, *args, **kwargs)

        wrapper.public_page = (frozenset(parameters), keep)
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
    def __init__(self, get_response):
        self.get_response = get_response
        self.store = PageStore(settings.PAGE_CACHE_BYTES)

    def __call__(self, request):
        policy = policy_of(request)
        if policy is None:
            return self.get_response(request)
        if request.method not in SAFE:
            return HttpResponseNotAllowed(SAFE)
        request.get_host()  # a name that is not ours is refused on a kept page, too
        parameters, keep = policy
        restrict_query(request, parameters)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            response = self.get_response(request)
            response["Cache-Control"] = PRIVATE
            return response
        response = self.answer(request, keep)
        if "HTTP_X_SHARED_CACHE" in request.META and response.get("Cache-Control") == PUBLIC:
            response["Cache-Control"] = PUBLIC_IN_PROXY
        return response

    def process_view(self, request, view, args, kwargs):
        """An anonymous visitor's page never opens a session, not even to find it empty."""
        if hasattr(view, "public_page") and settings.SESSION_COOKIE_NAME not in request.COOKIES:
            request.user = AnonymousUser()

    def answer(self, request, keep):
        edition = editions.current()
        encoding = preferred_encoding(request.headers.get("Accept-Encoding", ""))
        etag = f'"{settings.RELEASE}.{edition}.{encoding}"'
        known = request.headers.get("If-None-Match", "")
        if etag in (tag.removeprefix("W/") for tag in parse_etags(known)):
            return publicly(HttpResponse(status=HTTPStatus.NOT_MODIFIED), etag)
        key = (edition, request.get_full_path())
        page = self.store.get((*key, encoding))
        if page is None:
            with self.store.one_at_a_time(key):
                page = self.rendered(request, key, encoding, keep)
        if isinstance(page, HttpResponseBase):
            if page.status_code >= 500 or page.cookies:
                return page
            return publicly(page, etag if page.streaming else "")
        return publicly(page.response(head=request.method == "HEAD"), etag)

    def rendered(self, request, key, encoding, keep):
        """The page in this encoding; or the view's response where it is not one to keep."""
        plain = self.store.get((*key, "identity"))
        if plain is None:
            response = self.get_response(request)
            if response.status_code != HTTPStatus.OK or response.streaming or response.cookies:
                return response
            plain = Page.of(response)
            if keep:
                self.store.put((*key, "identity"), plain)
        if encoding == "identity":
            return plain
        page = self.store.get((*key, encoding)) or encoded(plain, encoding)
        if keep:
            self.store.put((*key, encoding), page)
        return page


def policy_of(request):
    try:
        return getattr(resolve(request.path_info).func, "public_page", None)
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


def publicly(response, etag=""):
    response["Cache-Control"] = PUBLIC
    patch_vary_headers(response, ["Accept-Encoding"])
    if etag:
        response["ETag"] = etag
    return response
