"""Whether a request comes from a program that reads for a search engine or the like."""

import re

ROBOT = re.compile(
    r"bot\b|bot/|crawl|spider|slurp|coccocbot|facebookexternalhit|^zalo|preview|monitor|"
    r"curl|wget|python|httpclient|headless|scrapy|go-http",
    re.IGNORECASE,
)
# Search engines by the names that their programs give themselves.
ENGINES = {
    "google": "Google",
    "googleother": "Google",
    "bing": "Bing",
    "msn": "Bing",
    "coccoc": "Cốc Cốc",
    "yandex": "Yandex",
    "baiduspider": "Baidu",
    "duckduck": "DuckDuckGo",
    "apple": "Apple",
    "slurp": "Yahoo",
    "petal": "Petal",
    "sogou": "Sogou",
    "seznam": "Seznam",
}
ENGINE = re.compile(
    r"\b(?:(google|bing|msn|coccoc|yandex|duckduck|apple|petal|seznam)bot|(baiduspider|slurp|"
    r"googleother)\b|(sogou) )",
    re.IGNORECASE,
)
AHEAD = ("Sec-Purpose", "Purpose", "X-Moz")


def is_robot(request) -> bool:
    """By the name that it gives itself; one that gives none is taken for a program, too."""
    agent = request.headers.get("User-Agent", "")
    return not agent or bool(ROBOT.search(agent))


def is_reader(request) -> bool:
    """Whether somebody reads here whose reading counts: no program, nobody who works here."""
    return not request.user.is_staff and not is_robot(request)


def engine_of(request) -> str:
    """The search engine that reads here; "" for people and other programs."""
    found = ENGINE.search(request.headers.get("User-Agent", ""))
    return ENGINES[next(filter(None, found.groups())).lower()] if found else ""


def is_ahead(request) -> bool:
    """Whether a browser only makes ready what nobody may look at (prefetch, prerender)."""
    return any(
        "prefetch" in (told := request.headers.get(name, "").lower()) or "prerender" in told
        for name in AHEAD
    )
