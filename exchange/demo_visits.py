"""The demo's figures of visits: a site that moved here, with two months of days behind it.

Each day is drawn from its own date, so a second load of the same day says the same.
"""

from datetime import timedelta
from math import ceil
from random import Random

from django.utils import timezone

from documents.models import Document
from news.models import Article
from stats.folding import take_snapshot
from stats.models import Day, OriginDay, PageDay, VisitSummary
from stats.origins import Source

DAYS = 62
STARTING_TOTAL = 30_393_569
A_WEEKDAY, A_HOLIDAY = 2600, 1500  # views
SHARES = [
    (Source.DIRECT, "", 0.21),
    (Source.SEARCH, "google.com", 0.16),
    (Source.SEARCH, "coccoc.com", 0.05),
    (Source.ZALO, "", 0.13),
    (Source.FACEBOOK, "l.facebook.com", 0.07),
    (Source.SITE, "sonhai.example", 0.03),
    (Source.SITE, "baosonhai.example", 0.02),
    (Source.ROBOT, "Google", 0.12),
    (Source.ROBOT, "Cốc Cốc", 0.04),
    (Source.ROBOT, "Bing", 0.02),
]


def load():
    """Where nothing was counted yet."""
    if Day.objects.exists():
        return
    today = timezone.localdate()
    articles = list(Article.objects.published().newest_first())
    papers = list(Document.objects.published().newest_first())
    for ago in range(DAYS):
        load_day(today - timedelta(days=ago), share_of_day(ago), articles, papers)
    VisitSummary.objects.update_or_create(
        only_row=True, defaults={"starting_total": STARTING_TOTAL}
    )
    take_snapshot()


def share_of_day(ago):
    """How much of a day is over; of today at least the first hour."""
    return 1 if ago else (timezone.localtime().hour + 1) / 24


def load_day(day, share, articles, papers):
    chance = Random(day.toordinal())  # noqa: S311
    usual = A_HOLIDAY if day.weekday() > 4 else A_WEEKDAY
    views = int(usual * share * chance.uniform(0.85, 1.2))
    rows = [PageDay(day=day, what="view", thing="", object_id=0, number=views // 2)]
    rows += pages(day, chance, "view", "bai", articles, views * 0.38)
    rows += pages(day, chance, "view", "van-ban", papers, views * 0.12)
    downloads = pages(day, chance, "download", "van-ban", papers, views * 0.05)
    PageDay.objects.bulk_create(rows + downloads)
    viewed = sum(row.number for row in rows)
    origins = [
        OriginDay(day=day, source=source, name=name, number=ceil(viewed * part))
        for source, name, part in SHARES
    ]
    OriginDay.objects.bulk_create(origins)
    Day.objects.create(
        day=day,
        views=viewed,
        visitors=int(viewed * chance.uniform(0.36, 0.42)),
        downloads=sum(row.number for row in downloads),
        robots=sum(row.number for row in origins if row.source == Source.ROBOT),
    )


def pages(day, chance, what, thing, publications, number):
    """Rows of what was out on that day: some are read much, most a little. They stand in the
    pages' own figures already."""
    out = [p for p in publications if timezone.localdate(p.published_at) <= day]
    ages = [(day - timezone.localdate(p.published_at)).days for p in out]
    weights = [chance.random() ** 3 / (1 + age) ** 0.5 for age in ages]
    whole = sum(weights)
    counts = ((p, int(number * weight / whole)) for p, weight in zip(out, weights, strict=True))
    return [
        PageDay(day=day, what=what, thing=thing, object_id=p.pk, number=n, shown=n)
        for p, n in counts
        if n
    ]
