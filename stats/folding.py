"""Hits become sums of their day, and once an hour the sums become figures on the pages.

Each fold is one statement that takes rows away and adds them to the sums: whatever is killed, a
hit stands either here or there.
"""

from datetime import timedelta
from operator import attrgetter

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.timezone import localdate

from core import editions
from core.guard.networks import forget_salts
from core.vietnamese import HANOI
from news.models import Article
from stats.figures import ONLINE, counted_now
from stats.models import DayVisitor, MostRead, PageDay, Period, VisitSummary
from stats.places import COUNTED

# Rows stay for a while: they tell who is here now, and a beacon that is sent again finds its own.
KEPT = ONLINE + timedelta(minutes=1)
LOCK = 0x666F6C64  # "fold": two at once would wait for each other's sums

FOLD = f"""
    WITH taken AS (
        DELETE FROM stats_hit WHERE at <= %s
        RETURNING what, thing, object_id, visitor, source, name,
            (at AT TIME ZONE '{HANOI.key}')::date AS day
    ), pages AS (
        INSERT INTO stats_pageday AS old (day, what, thing, object_id, number, shown)
        SELECT day, what, thing, object_id, count(*), 0 FROM taken
        WHERE what <> 'robot' GROUP BY day, what, thing, object_id
        ON CONFLICT (day, what, thing, object_id)
        DO UPDATE SET number = old.number + excluded.number
    ), origins AS (
        INSERT INTO stats_originday AS old (day, source, name, number)
        SELECT day, source, name, count(*) FROM taken
        WHERE source <> '' GROUP BY day, source, name
        ON CONFLICT (day, source, name) DO UPDATE SET number = old.number + excluded.number
    ), people AS (
        INSERT INTO stats_dayvisitor (day, visitor)
        SELECT DISTINCT day, visitor FROM taken WHERE what = 'view' AND visitor IS NOT NULL
        ON CONFLICT DO NOTHING RETURNING day
    )
    INSERT INTO stats_day AS old (day, views, downloads, robots, visitors)
    SELECT day, count(*) FILTER (WHERE what = 'view'), count(*) FILTER (WHERE what = 'download'),
        count(*) FILTER (WHERE what = 'robot'),
        (SELECT count(*) FROM people WHERE people.day = taken.day)
    FROM taken GROUP BY day
    ON CONFLICT (day) DO UPDATE SET views = old.views + excluded.views,
        downloads = old.downloads + excluded.downloads, robots = old.robots + excluded.robots,
        visitors = old.visitors + excluded.visitors
"""  # noqa: S608

SHOW = """
    WITH fresh AS (
        UPDATE stats_pageday AS day SET shown = day.number FROM stats_pageday AS before
        WHERE before.id = day.id AND day.thing = %s AND day.what = %s AND day.shown < day.number
        RETURNING day.object_id, day.number - before.shown AS number
    ), page AS (SELECT object_id, sum(number) AS number FROM fresh GROUP BY object_id)
    UPDATE {table} AS row SET {column} = row.{column} + page.number
    FROM page WHERE row.id = page.object_id
"""
COLUMNS = {"view": "views", "download": "downloads"}
DAYS = {Period.DAY: 1, Period.WEEK: 7, Period.MONTH: 30}
LISTED = 20  # articles of a period: more than a page shows, as some may be taken down


@transaction.atomic
def fold(kept=KEPT):
    """Add hits that are older than `kept` to the sums; forget what told yesterday's visitors."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        cursor.execute(FOLD, [timezone.now() - kept])
    DayVisitor.objects.filter(day__lt=localdate()).delete()
    forget_salts()


@transaction.atomic
def take_snapshot(kept=KEPT):
    """Bring the sums to the pages, and the figures to the footer.

    The edition rises once, and not at all where nobody came.
    """
    fold(kept)
    if sum(map(show, COUNTED, COUNTED.values())):
        editions.mark()
    show_figures()
    show_most_read()


def show(thing, label):
    """Add what no page's own figure has yet; how many pages changed."""
    model, changed = apps.get_model(label), 0
    columns = {field.name for field in model._meta.concrete_fields}
    with connection.cursor() as cursor:
        for what, column in COLUMNS.items():
            if column in columns:
                table = model._meta.db_table
                cursor.execute(SHOW.format(table=table, column=column), [thing, what])
                changed += cursor.rowcount
    return changed


def show_figures():
    told = dict(zip(VisitSummary.FIGURES, counted_now(), strict=True))
    if not VisitSummary.objects.exclude(taken_at=None).filter(**told).exists():
        defaults = told | {"taken_at": timezone.now()}
        VisitSummary.objects.update_or_create(only_row=True, defaults=defaults)


def show_most_read():
    rows = [row for period in Period for row in most_read(period)]
    columns = ("period", "article_id", "number")
    if set(MostRead.objects.values_list(*columns)) != set(map(attrgetter(*columns), rows)):
        MostRead.objects.all().delete()
        MostRead.objects.bulk_create(rows)


def most_read(period):
    since = localdate() - timedelta(days=DAYS[period] - 1)
    read = PageDay.objects.of("view", "bai").filter(day__gte=since)
    public = read.filter(object_id__in=Article.objects.published().values("pk"))
    most = public.values("object_id").annotate(n=Sum("number")).order_by("-n", "-object_id")
    return [
        MostRead(period=period, article_id=row["object_id"], number=row["n"])
        for row in most[:LISTED]
    ]
