"""Paths of each kind as JSON, and of the first one its queries and bytes (bench/rival.py)."""

import json
import random

from django.core.management import BaseCommand
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from wagtail_site.news.models import ArticlePage, CategoryPage, with_address


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options):
        category = CategoryPage.objects.order_by("-numchild").first()
        ids = list(ArticlePage.objects.values_list("pk", flat=True))
        chosen = random.Random(1).sample(ids, min(500, len(ids)))  # noqa: S311
        articles = with_address(ArticlePage.objects.filter(pk__in=chosen).defer("body"))
        kinds = {
            "home": ["/"],
            "category": [f"/{category.slug}/"],
            "article": [article.address for article in articles],
        }
        self.stdout.write(json.dumps({kind: facts(paths) for kind, paths in kinds.items()}))


def facts(paths):
    client = Client(headers={"host": "127.0.0.1"})
    client.get(paths[-1])
    with CaptureQueriesContext(connection) as queries:
        response = client.get(paths[0])
    return {"paths": paths, "queries": len(queries), "bytes": len(response.content)}
