"""`python -m bench.targets`, under a portal's VAR_DIR: pages of each kind, as JSON.

Of each kind its paths, and of the first one what it costs: queries with nothing but fragments
kept, bytes plain and as they are sent.
"""

import json
import os
import random
import re
import subprocess
import sys
from urllib.parse import urlencode

import django

from bench import places
from launcher.config import CHECKOUT

SAMPLE = 500  # different pages of a kind
SEED = 20261122
PAGES = re.compile(r"trang=(\d+)")
WORDS = ["tuyen giao", "hội nghị", "nong thon moi", "chuyển đổi số", "bien gioi", "phat trien"]


def of_portal(articles: int) -> dict:
    """{kind: {paths, queries, bytes, sent}} of the portal with so many articles."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tuyengiao.settings",
        "VAR_DIR": str(places.portal(articles)),
        "DATABASE_URL": "",
        "PAGE_CACHE_MB": "0",
    }
    argv = [sys.executable, "-m", "bench.targets"]
    done = subprocess.run(argv, cwd=CHECKOUT, env=environment, check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def main():
    django.setup()
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1"})
    found = kinds(client)
    json.dump({kind: facts(client, paths) for kind, paths in found.items()}, sys.stdout)


def kinds(client):
    from documents.models import Document
    from news.models import Article, Category, Tag

    chance = random.Random(SEED)  # noqa: S311 - the same pages in every run
    category = largest(Category)
    tag = largest(Tag)
    lists = {"category": category, "all news": "/tin-tuc/", "tag": tag, "papers": "/van-ban/"}
    ends = {f"{kind}, last page": [last_page(client, path)] for kind, path in lists.items()}
    return {
        "home": ["/"],
        "article": addresses(Article.objects.published().select_related("category"), chance),
        "paper": addresses(Document.objects.published(), chance),
        **{kind: [path] for kind, path in lists.items()},
        **ends,
        "archive": ["/luu-tru/"],
        "month of the archive": [months(client)],
        "feed": ["/rss/"],
        "sitemap": ["/sitemap.xml"],
        "search": [f"/tim-kiem/?{urlencode({'q': word})}" for word in WORDS],
    }


def largest(model):
    """The path of the category or tag with the most articles."""
    from django.db.models import Count

    return model.objects.annotate(n=Count("articles")).order_by("-n").first().get_absolute_url()


def addresses(publications, chance):
    """Of rows drawn by their numbers, which have few gaps."""
    from django.db.models import Max, Min

    first, newest = publications.aggregate(Min("id"), Max("id")).values()
    ids = {chance.randint(first, newest) for _ in range(SAMPLE)}
    return [found.get_absolute_url() for found in publications.filter(pk__in=ids)]


def last_page(client, path):
    """As the list's own links name it; the list itself where it has but one page."""
    numbers = [int(number) for number in PAGES.findall(client.get(path).content.decode())]
    return f"{path}?trang={max(numbers)}" if numbers else path


def months(client):
    """The month in the middle of the archive."""
    found = re.findall(r'href="(/luu-tru/\d+/\d+/)"', client.get("/luu-tru/").content.decode())
    return found[len(found) // 2]


def facts(client, paths):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from core.encodings import COMPRESS

    client.get(paths[-1])  # fragments that an edition keeps
    with CaptureQueriesContext(connection) as queries:
        response = client.get(paths[0])
    body = response.content
    if response.status_code != 200:
        sys.exit(f"{paths[0]}: {response.status_code}")
    sizes = {"bytes": len(body), "sent": len(COMPRESS["br"](body))}
    return {"paths": paths, "queries": len(queries), **sizes}


if __name__ == "__main__":
    main()
