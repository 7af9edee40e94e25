"""Signed links in letters: nobody can guess one, and none tells an address."""

from django.core import signing
from django.urls import reverse

from core.site import absolute
from documents.models.alerts import UNCONFIRMED

CONFIRM, LEAVE = "documents.alerts.confirm", "documents.alerts.leave"


def confirm_link(subscription):
    token = signing.dumps(subscription.pk, salt=CONFIRM)
    return absolute(reverse("documents:confirm_alert", args=[token]))


def leave_link(subscription):
    token = signing.dumps(subscription.pk, salt=LEAVE)
    return absolute(reverse("documents:leave_alert", args=[token]))


def confirmed_pk(token):
    """The subscription of a link that confirms; None for one that is false or too old."""
    return read(token, CONFIRM, UNCONFIRMED)


def leaving_pk(token):
    """The subscription of a link that leaves; such a link never grows old."""
    return read(token, LEAVE, None)


def read(token, salt, max_age):
    try:
        return signing.loads(token, salt=salt, max_age=max_age)
    except signing.BadSignature:  # SignatureExpired among them
        return None
