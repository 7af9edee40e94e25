"""A visitor's token: a signed random cookie that says "the same browser as before" and no more."""

import secrets

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.utils.crypto import salted_hmac

COOKIE = "khach"
LASTS = 365 * 24 * 3600  # seconds: as long as a long poll
NO_COOKIE = (
    "Trình duyệt chưa nhận cookie của trang, nên chưa biết Ông (bà) đã gửi hay chưa. Xin cho phép "
    "cookie của trang này rồi gửi lại."
)


def remember(request, response):
    """Give a visitor who has none a token, with the page that holds a form. The response."""
    if token_of(request) is None:
        response.set_cookie(
            COOKIE,
            signer().sign(secrets.token_urlsafe(18)),
            max_age=LASTS,
            secure=settings.TLS,
            httponly=True,
            samesite="Lax",
        )
    return response


def key(request, purpose):
    """What stands for this visitor in the table of one thing (`poll-5`): keys of two things have
    nothing in common. "" where the browser sent no token, or one that is not ours."""
    token = token_of(request)
    if token is None:
        return ""
    return salted_hmac(f"core.guard.visitor.{purpose}", token, algorithm="sha256").hexdigest()


def token_of(request):
    try:
        return signer().unsign(request.COOKIES.get(COOKIE, ""))
    except BadSignature:
        return None


def signer():
    return Signer(salt="core.guard.visitor")
