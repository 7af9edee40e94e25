"""Leading an address that is not there on to a page that is."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.urls import Resolver404, resolve

from accounts import audit
from core.vietnamese import plain_key
from core.web_addresses import check_link
from documents.models import Document
from exchange.models import MissedAddress, OldAddress
from news.models import Article

FEW = 3
LOOKED_AT = 12  # of each kind
KINDS = {"bai": ("article", Article), "van-ban": ("document", Document)}
LOCK = "SELECT pg_advisory_xact_lock(hashtext('exchange_redirects'))"


def words_of(path):
    """The words in the last part of a path that has some: /a/hoi-nghi-giao-ban-12.html."""
    parts = urlsplit(path).path.strip("/").split("/")
    found = parts[-1].rpartition(".")[0] or parts[-1]
    return [word for word in found.replace("_", "-").split("-") if word and not word.isdecimal()]


def suggestions(path):
    """[(name, page)] of up to three public pages that have the words of the address, half of
    them at least in their titles."""
    words = words_of(path)
    if len(words) < 2:
        return []
    return [
        (f"{kind}-{row.pk}", row)
        for kind, (_, model) in KINDS.items()
        for row in model.objects.published().matching(" ".join(words)).for_list()[:LOOKED_AT]
        if in_title(words, row.title) * 2 >= len(words)
    ][:FEW]


def in_title(words, title):
    """How many of the words stand in a title, whatever the accents."""
    return len(set(plain_key(" ".join(words)).split()) & set(re.findall(r"\w+", plain_key(title))))


def target_named(name):
    """The fields of an OldAddress for a suggestion's name, or for a path of this site.

    Raises ValidationError, in Vietnamese, for what cannot be led to.
    """
    kind, _, number = name.rpartition("-")
    if kind in KINDS and number.isdecimal():
        field, model = KINDS[kind]
        row = model.objects.published().filter(pk=number).first()
        if row is None:
            raise ValidationError("Trang này không còn đăng.")
        return {field: row}
    check_local(name)
    return {"address": name}


def check_local(path):
    """A path of this site that leads to a public page by itself, so that no redirect leads to
    another one or around in a circle."""
    check_link(path)
    if not path.startswith("/"):
        raise ValidationError("Chỉ chuyển tới một trang của chính trang này, bắt đầu bằng “/”.")
    try:
        match = resolve(urlsplit(path).path)
    except Resolver404:
        raise ValidationError("Trang này không có địa chỉ ấy.") from None
    if not hasattr(match.func, "public_page"):
        raise ValidationError("Chỉ chuyển tới trang công khai.")
    if OldAddress.objects.filter(path=path).exists():
        raise ValidationError("Địa chỉ ấy lại chuyển tới nơi khác; hãy chọn nơi cuối cùng.")


def lead_on(missed, name, by):
    """Make the redirect; from then on the address is missed no more."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(LOCK)  # two administrators never make a circle together
        old = OldAddress(
            host=urlsplit(settings.SITE_URL).hostname, path=missed.path, **target_named(name)
        )
        old.validate_constraints()
        old.save()
        MissedAddress.objects.filter(path=missed.path).delete()
        audit.record("redirect", by, words=missed.path)
    return old
