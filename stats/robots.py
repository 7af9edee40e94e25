"""Whether a request comes from a program that reads for a search engine or the like."""

import re

ROBOT = re.compile(
    r"bot\b|bot/|crawl|spider|slurp|coccoc|facebookexternalhit|zalo(?!\w)|preview|monitor|"
    r"curl|wget|python|httpclient|headless|scrapy|go-http",
    re.IGNORECASE,
)


def is_robot(request) -> bool:
    """By the name that it gives itself; one that gives none is taken for a program, too."""
    agent = request.headers.get("User-Agent", "")
    return not agent or bool(ROBOT.search(agent))


def is_reader(request) -> bool:
    """Whether somebody reads here whose reading counts: no program, nobody who works here."""
    works_here = request.user.is_authenticated and request.user.is_staff
    return not works_here and not is_robot(request)
