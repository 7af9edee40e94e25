"""`python -m bench.search ARTICLES`: how long a whole page of results takes in a loaded portal.

200 different queries, made from the portal's own articles, are asked one after another, each
once to warm up and once for the clock, through every middleware. The row goes into
docs/benchmarks.md; the portal is made by `python -m bench.load ARTICLES`.
"""

import argparse
import os
import random
import statistics
import sys
import time

import django
from django.core.management import call_command

from bench import places
from launcher import process
from launcher.config import CHECKOUT
from launcher.postgres import embedded_server

EACH = 40  # queries of each of the five kinds
GOAL = 100  # milliseconds, 95th percentile
PAGE = CHECKOUT / "docs" / "benchmarks.md"
MARK = "<!-- bench.search -->"

SIZES = """
SELECT (SELECT count(*) FROM news_article),
    (SELECT avg(octet_length(title) + octet_length(lead) + octet_length(body))
        FROM (SELECT * FROM news_article ORDER BY id LIMIT 2000) AS sample)
        * (SELECT count(*) FROM news_article),
    pg_relation_size('search_entry_words') + pg_relation_size('search_entry_other_words'),
    pg_table_size('search_entry')
"""


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int)
    articles = parser.parse_args(arguments).articles
    process.stop_on_signals()
    places.work_on(articles)
    os.environ["DJANGO_SETTINGS_MODULE"] = "tuyengiao.settings"
    with embedded_server():
        django.setup()
        call_command("collectstatic", interactive=False, verbosity=0)
        row = measured(articles)
    process.say(row)
    write(row)


def measured(articles):
    queries = [query for kind in made().values() for query in kind]
    timed(queries)
    times = timed(queries)
    found, text, gin, table = sizes()
    middle, slow = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    figures = [f"{found:,}", f"{middle:.0f} ms", f"{slow:.0f} ms", f"{max(times):.0f} ms"]
    figures += [f"{gin / float(text):.0%}", f"{gin / 2**20:,.0f} MB", f"{table / 2**20:,.0f} MB"]
    figures += [time.strftime("%d/%m/%Y"), f"{os.getloadavg()[0]:.1f}"]
    return "| " + " | ".join(figures) + " |"


def made():
    """The queries by kind, the same each time for one portal."""
    from core.sanitise import text_of
    from core.vietnamese import plain_key
    from documents.models import Document
    from news.models import Article

    source = random.Random(7)  # noqa: S311 - the same queries each time, not a secret
    newest = Article.objects.published().newest_first()
    count = newest.count()
    places = sorted(source.sample(range(count), min(EACH * 2, count)))
    ids = list(newest.values_list("pk", flat=True))
    texts = [Article.objects.get(pk=ids[place]) for place in places]
    words = [text_of(f"{a.title} {a.body}").replace(".", "").lower().split() for a in texts]
    often = (
        "của và các công tác tuyên truyền trong cho được với tỉnh ủy đảng nhân dân cán bộ".split()
    )
    symbols = Document.objects.published().exclude(symbol="").order_by("pk")
    return {
        "frequent": [" ".join(source.sample(often, 1 + n % 3)) for n in range(EACH)],
        "rare": [max(source.sample(w, 12), key=rarity) for w in words[:EACH]],
        "phrase": [f'"{" ".join(w[at : at + 3])}"' for w in words[:EACH] if (at := 5)],
        "plain": [plain_key(" ".join(source.sample(w, 3))) for w in words[EACH:]],
        "symbol": [f"{s} kế hoạch" for s in symbols.values_list("symbol", flat=True)[:EACH]],
    }


def rarity(word):
    """Rare syllables of the corpus are long and bear marks."""
    return len(word.encode()), word


def timed(queries):
    """Milliseconds of each page; one that fails ends the measurement."""
    from django.test import Client

    client = Client(SERVER_NAME="127.0.0.1", headers={"user-agent": "Googlebot/2.1 (bench)"})
    times = []
    for query in queries:
        start = time.perf_counter()
        response = client.get("/tim-kiem/", {"q": query})
        times.append((time.perf_counter() - start) * 1000)
        if response.status_code not in (200, 302):
            sys.exit(f"{query}: {response.status_code}")
    return times


def sizes():
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(SIZES)
        return cursor.fetchone()


def write(row):
    """Put the row into the table below the mark, in the place of one of the same size."""
    text = PAGE.read_text(encoding="utf-8")
    before, mark, after = text.partition(MARK)
    table, _, rest = after.lstrip().partition("\n\n")
    head, under, *known = table.splitlines()
    rows = {size_of(line): line for line in [*known, row]}
    table = "\n".join([head, under, *(rows[size] for size in sorted(rows))])
    page = f"{before}{mark}\n{table}\n\n{rest}"
    PAGE.write_text(page.rstrip() + "\n", encoding="utf-8")


def size_of(row):
    """The number of articles that a row is about."""
    return int(row.split("|")[1].replace(",", ""))


if __name__ == "__main__":
    main(sys.argv[1:])
