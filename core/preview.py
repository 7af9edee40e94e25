"""A publication as its public page will be, before it is public: never cached, never indexed."""

from functools import wraps

from csp.constants import SELF
from csp.decorators import csp_replace
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.core import signing
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import resolve, reverse
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from core.pagecache import PRIVATE
from core.site import absolute
from core.views import gone

DAYS = 7  # for which a signed link leads to the draft
SALT = "core.preview"


def signed_address(publication):
    """A link for a leader who has no account; it shows the text as it is when opened."""
    token = signing.dumps([publication._meta.label_lower, publication.pk], salt=SALT)
    return reverse("core:preview", args=[token])


def private(view):
    """For nobody's cache and no search engine; only our own pages may hold it in a frame."""

    @wraps(view)
    def wrapper(*args, **kwargs):
        response = view(*args, **kwargs)
        response["Cache-Control"] = PRIVATE
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "no-referrer"
        return response

    return csp_replace({"frame-ancestors": [SELF]})(xframe_options_sameorigin(wrapper))


@require_safe
@private
def signed(request, token):
    try:
        label, pk = signing.loads(token, salt=SALT, max_age=DAYS * 24 * 3600)
    except signing.SignatureExpired:
        return gone(request, "Liên kết xem trước đã hết hạn; hãy xin liên kết mới.")
    except signing.BadSignature:
        raise Http404 from None
    return page_of(request, get_object_or_404(apps.get_model(label), pk=pk))


def page_of(request, publication):
    """The page that the public view will make of it, for a visitor without a name."""
    view_class = resolve(publication.get_absolute_url()).func.view_class
    publication = as_published(view_class.queryset.get(pk=publication.pk))
    request.user, request.path = AnonymousUser(), publication.get_absolute_url()
    view = view_class()
    view.setup(request, pk=publication.pk)
    view.object = publication
    context = {"canonical": absolute(request.path)} | view.get_context_data(object=publication)
    return view.render_to_response(context)


def as_published(publication):
    """In memory: a draft is dated now, a working copy stands in the place of its original."""
    if publication.is_copy:
        publication.published_at = publication.original.published_at
        publication.pk = publication.original_id
    publication.published_at = publication.published_at or timezone.now()
    return publication
