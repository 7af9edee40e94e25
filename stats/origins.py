"""From where somebody came: the kind of place and its host, never a whole address."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models


class Source(models.TextChoices):
    """`robot` is no visitor's: its name is the search engine's."""

    DIRECT = "direct", "Gõ địa chỉ, dấu trang hoặc không rõ"
    SEARCH = "search", "Máy tìm kiếm"
    ZALO = "zalo", "Zalo"
    FACEBOOK = "facebook", "Facebook"
    SITE = "site", "Trang khác"
    ROBOT = "robot", "Lượt của máy tìm kiếm"


HOST = re.compile(r"[a-z0-9.-]{1,100}")
# Apps tell their package: com.google.android.googlequicksearchbox, com.zing.zalo.
KINDS = [
    (Source.ZALO, re.compile(r"(^|\.)(zalo|zaloapp|zalo\.me|chat\.zalo\.me|zing\.zalo)(\.|$)")),
    (Source.FACEBOOK, re.compile(r"(^|\.)(facebook|fb|messenger)(\.|$)")),
    (
        Source.SEARCH,
        re.compile(r"(^|\.)(google|bing|coccoc|yahoo|duckduckgo|yandex|baidu|ecosia|qwant)(\.|$)"),
    ),
]
# Browsers inside these apps hide where the link stood.
IN_APP = [
    (Source.ZALO, re.compile(r"\bzalo\b", re.IGNORECASE)),
    (Source.FACEBOOK, re.compile(r"\bFB(AN|AV|_IAB)\b")),
]


def origin_of(request, host):
    """(source, name) of somebody who came from this host; ("", "") from a page of ours.

    `host` is what the page's script read from document.referrer; "" where there is none.
    """
    host = host.lower().partition(":")[0].removeprefix("www.")
    if host and not HOST.fullmatch(host):
        host = ""
    if host in own_hosts(request):
        return "", ""
    if not host:
        return in_app(request) or Source.DIRECT, ""
    return next((kind for kind, known in KINDS if known.search(host)), Source.SITE), host


def own_hosts(request):
    hosts = (request.get_host(), urlsplit(settings.SITE_URL).netloc)
    return {host.partition(":")[0].removeprefix("www.") for host in hosts}


def in_app(request):
    agent = request.headers.get("User-Agent", "")
    return next((source for source, known in IN_APP if known.search(agent)), None)
