"""The lists of articles and their figures are what counting would tell, whatever was written."""

import random

import pytest
from django.db import connection, transaction

from news import tally
from news.found import TOP, Found, place
from news.models import Article, Author, Category, Listing, Tag
from news.tally import ListName, figures
from tests.factories import ago, make_article, make_author, make_category, make_topic

pytestmark = pytest.mark.django_db


def rows(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def lists_of(article):
    """The lists in which an article stands, by its own words."""
    own = [article.category, *article.more_categories.all()]
    people = [*article.authors.all(), *article.photographers.all()]
    return {
        ("all", 0),
        *(("category", pk) for each in own for pk in (each.pk, each.parent_id) if pk),
        *(("topic", pk) for pk in [article.topic_id] if pk),
        *(("tag", tag.pk) for tag in article.tags.all()),
        *(("author", each.pk) for each in people),
    }


def counted():
    """{(list, value): {month: number}} and the same of days, article by article."""
    months, days = {}, {}
    for article in Article.objects.in_force():
        for name in lists_of(article):
            for found, day in ((months, False), (days, True)):
                part = tally.part_of(article.published_at, day=day)
                found.setdefault(name, {}).setdefault(part, 0)
                found[name][part] += 1
    return months, days


def assert_right():
    stored = {(row.article_id, row.list, row.value) for row in Listing.objects.all()}
    published = Article.objects.filter(status="published")
    assert stored == {(a.pk, *name) for a in published for name in lists_of(a)}
    months, days = counted()
    every = {(row[0], row[1]) for row in rows("SELECT list, value FROM news_tally")}
    for name in every | months.keys():
        listed = ListName(*name)
        assert figures(listed) == months.get(name, {})
        if listed.has_days:
            found = {}
            for month in figures(listed):
                found |= figures(listed, month)
            assert found == days.get(name, {})


def some_change(chance, articles, categories, tags, authors, topics):
    article = chance.choice(articles)
    one = Article.objects.filter(pk=article.pk)
    far = chance.choice([ago(days=40), ago(days=400), ago(hours=1), ago(hours=-1)])
    sample = lambda rows: chance.sample(rows, chance.randint(0, len(rows)))  # noqa: E731
    changes = [
        lambda: one.update(status=chance.choice(["draft", "published", "withdrawn"])),
        lambda: one.update(category=chance.choice(categories), topic=chance.choice(topics)),
        lambda: one.update(published_at=far, expires_at=None),
        lambda: one.update(published_at=ago(days=3), expires_at=ago(hours=1)),
        lambda: one.update(expires_at=ago(hours=-1), published_at=ago(days=2)),
        lambda: article.tags.set(sample(tags)),
        lambda: article.authors.set(sample(authors)),
        lambda: article.photographers.set(sample(authors)),
        lambda: article.more_categories.set(sample(categories)),
        lambda: Article.objects.update(views=7),
        lambda: articles.append(make_article(category=chance.choice(categories))),
        lambda: Category.objects.filter(pk=categories[2].pk).update(
            parent=chance.choice([None, *categories[:2]])
        ),
        lambda: tags[0].delete() and tags.__setitem__(0, Tag.objects.create(name="x", slug="x")),
        tally.fold,
    ]
    chance.choice(changes)()


@pytest.mark.parametrize("seed", range(3))
def test_after_any_changes_they_equal_the_count(seed):
    chance = random.Random(seed)  # noqa: S311
    categories = [make_category(name) for name in ("Khoa giáo", "Dân vận", "Lý luận")]
    tags = [Tag.objects.create(name=name, slug=name) for name in "ab"]
    authors = [make_author(name) for name in ("Mộc", "Lan")]
    topics = [None, make_topic()]
    articles = [make_article(category=categories[0]) for _ in range(3)]
    for _ in range(40):
        some_change(chance, articles, categories, tags, authors, topics)
    assert_right()
    tally.fold()
    assert_right()
    assert not rows("SELECT FROM news_tally WHERE at > '-infinity' AND at <= now()")
    assert Author.objects.count() == 2


def test_a_scheduled_article_counts_from_its_moment_and_an_expired_one_no_more(transactional_db):
    make_article(published_at=ago(hours=-1))
    make_article(published_at=ago(hours=2), expires_at=ago(hours=1))
    assert figures(ListName()) == {}
    tally.fold()
    assert figures(ListName()) == {}
    assert rows("SELECT count(*) FROM news_tally WHERE list = 'all' AND within = 0") == [(1,)]


def test_what_is_rolled_back_counts_nowhere(transactional_db):
    with transaction.atomic():
        make_article()
        transaction.set_rollback(True)
    assert rows("SELECT FROM news_listing UNION ALL SELECT FROM news_tally") == []


@pytest.mark.parametrize(
    ("start", "stop", "expected"),
    [
        (0, 3, (9, 9, 0)),
        (2, 5, (9, 8, 0)),
        (4, 9, (8, 7, 3)),
        (9, 20, (7, 7, 8)),
        (11, 12, (0, 7, 0)),
    ],
)
def test_a_page_is_looked_for_where_it_stands(start, stop, expected):
    assert place([(9, 3), (8, 5), (7, 2)], start, stop) == expected


@pytest.fixture
def many():
    """400 articles over 100 days of which each third is of a small category."""
    small = make_category("Ít bài")
    large = make_category("Nhiều bài")
    Article.objects.bulk_create(
        Article(
            title=f"Bài {n}",
            slug=f"bai-{n}",
            category=large if n % 3 else small,
            status="published",
            published_at=ago(hours=6 * n + 1),
        )
        for n in range(400)
    )


def test_every_page_of_a_list_has_its_articles_in_order_and_none_twice(client, many):
    for address, expected in (
        ("/tin-tuc/", [f"Bài {n}" for n in range(400)]),
        ("/tin-tuc/it-bai/", [f"Bài {n}" for n in range(0, 400, 3)]),
    ):
        found = []
        for number in range(1, len(expected) // 20 + 1 + bool(len(expected) % 20)):
            found += client.get(address, {"trang": number}).context["page_obj"].object_list
        assert [article.title for article in found] == expected


def test_pinned_ones_are_left_out_of_the_pages_that_follow(client, many):
    far = Article.objects.get(title="Bài 300")
    Article.objects.filter(pk=far.pk).update(pinned_until=ago(days=-1))
    first = client.get("/tin-tuc/").context["page_obj"]
    assert [article.title for article in first.object_list[:2]] == ["Bài 300", "Bài 0"]
    later = [a.title for a in client.get("/tin-tuc/?trang=16").context["page_obj"]]
    assert later == [f"Bài {n}" for n in range(301, 321)]
    assert first.paginator.count == 399


def test_a_far_page_passes_over_few_rows(many):
    found = Found(ListName(), lambda within=0: figures(ListName(), within))
    page = found[380:400]
    assert "OFFSET 380" not in str(page.query)
    assert [article.title for article in page] == [f"Bài {n}" for n in range(380, 400)]


def test_lists_of_ten_thousand_are_read_from_their_indexes():
    """Each plan walks the list in its order: no sort, no reading of a whole table."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO news_category (name, slug, position, description) "
            "SELECT 'c' || n, 'c' || n, n, '' FROM generate_series(1, 20) AS n"
        )
        cursor.execute(
            "INSERT INTO news_article (title, slug, status, published_at, category_id, version, "
            "created_at, updated_at, lead, body, picture_caption, author, photographer, source, "
            "source_url, withdrawal_note, language, views, last_number) "
            "SELECT 'Bài ' || n, 'bai-' || n, 'published', now() - n * interval '3 hours', "
            "(SELECT min(id) FROM news_category) + n % 20, 0, now(), now(), '', '', '', '', '', "
            "'', '', '', 'vi', 0, 0 FROM generate_series(1, 10000) AS n"
        )
        cursor.execute("ANALYZE news_article, news_listing, news_tally")
    public = Article.objects.published().for_list()
    category = Category.objects.first()
    for name, value in (("all", 0), ("category", category.pk)):
        plan = public.listed(name, value, 120, start=100).explain()
        assert "news_listing_newest" in plan
        assert "Seq Scan on news_article" not in plan
    first_page = {"name": "category", "value": category.pk, "since": ago(days=99)}
    first_page |= {"before": ago(), "without": [category.pk]}
    with connection.cursor() as cursor:
        values = [first_page[name] for name in TOP.plan.names]
        cursor.execute("EXPLAIN " + TOP.plan.sql, values)
        plan = "\n".join(line for (line,) in cursor)
    assert "news_listing_newest" in plan
    assert "Seq Scan on news_article" not in plan
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN SELECT FROM news_listing_due(ARRAY[1, 2]::bigint[])")
        assert "news_article_pkey" in "\n".join(line for (line,) in cursor)
    article = Article.objects.filter(category=category)[250]
    around = public.filter(category=category).older_than(article)[:3].explain()
    assert "article_newest_of_category" in around
    assert "Sort" not in around
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN " + tally.READ, ["category", category.pk, 0])
        assert "news_tally_part" in "\n".join(line for (line,) in cursor)
