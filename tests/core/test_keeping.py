"""Values kept as long as the edition stands."""

import pytest
from django.db import connection, transaction
from django.template import Context, RequestContext, Template
from django.test import Client
from django.urls import reverse

from core import editions, keeping
from core.keeping import kept
from news.models import Article, Category
from pages.models import SiteSettings
from tests.factories import make_article, make_category, make_poll

FRAME = Template('{% load keeping %}{% kept "word" word %}{{ word }}, {{ unseen }}{% endkept %}')


@pytest.fixture(autouse=True)
def empty():
    keeping.store.values.clear()
    keeping.store.size = 0


@pytest.fixture
def visit(rf):
    """A request as each visitor's begins."""
    return lambda: rf.get("/")


def test_a_value_is_made_once_an_edition(transactional_db, visit):
    made = []
    make = lambda: made.append(1) or len(made)  # noqa: E731
    assert [kept(visit(), "number", make) for _ in range(3)] == [1, 1, 1]
    make_article()
    assert kept(visit(), "number", make) == 2


def test_a_request_stays_in_the_edition_that_it_read_first(transactional_db, visit):
    request = visit()
    assert kept(request, "number", lambda: 1) == 1
    make_article()
    assert kept(request, "number", lambda: 2) == 1


def test_nothing_is_kept_of_a_transaction_that_may_be_rolled_back(transactional_db, visit):
    with transaction.atomic():
        make_category("Không bao giờ có")
        assert len(kept(visit(), "menu", Category.objects.tree)) == 1
        transaction.set_rollback(True)
    make_category("Có thật")
    assert [c.name for c in kept(visit(), "menu", Category.objects.tree)] == ["Có thật"]


def test_pieces_of_html_are_kept_by_their_values_and_on_public_pages_alone(transactional_db, visit):
    request, known = visit(), visit()
    request.is_public = True
    render = lambda request, **values: FRAME.render(RequestContext(request, values))  # noqa: E731
    assert render(request, word="a<b", unseen=1) == "a&lt;b, 1"
    assert render(request, word="a<b", unseen=2) == "a&lt;b, 1"
    assert render(request, word="c", unseen=2) == "c, 2"
    assert render(known, word="c", unseen=3) == "c, 3"
    assert FRAME.render(Context({"word": "c", "unseen": 4})) == "c, 4"


def test_the_frame_changes_with_the_next_request(client, transactional_db):
    make_article()
    assert "Ban Dân vận" not in client.get("/").content.decode()
    SiteSettings.objects.create(name="Ban Dân vận")
    make_category("Chuyên mục mới")
    shown = client.get("/").content.decode()
    assert "Ban Dân vận" in shown
    assert "Chuyên mục mới" in shown


def test_what_a_clerk_looks_at_before_saving_stays_out_of_the_kept_pieces(
    client, transactional_db, administrator
):
    office = Client()
    office.force_login(administrator)
    look, row = reverse("admin:pages_sitesettings_look", args=[True]), SiteSettings.objects.create()
    colours = ("kind_line", "cloth", "cloth_dark", "accent", "accent_dark")
    fields = {name: getattr(row, name) for name in colours}
    make_article()
    for _ in range(2):  # nothing is kept yet, then all is
        looked = office.post(look, fields | {"name": "Ban Chưa Lưu"}).content.decode()
        assert looked.count("Ban Chưa Lưu") > 2
        assert "Ban Chưa Lưu" not in client.get("/").content.decode()


def test_the_menu_marks_where_each_page_lies(client, transactional_db):
    article = make_article(category=make_category("Dân vận"))
    make_article(category=make_category("Khoa giáo"))
    for _ in range(2):
        for address, marked in (
            (article.get_absolute_url(), "/tin-tuc/dan-van/"),
            ("/tin-tuc/khoa-giao/", "/tin-tuc/khoa-giao/"),
            ("/", "/"),
            ("/van-ban/", "/van-ban/"),
        ):
            nav = Client().get(address).content.decode().partition("<nav class=")[2]
            links = nav.partition("</nav>")[0].split("<a ")[1:]
            current = [link for link in links if "aria-current" in link.partition(">")[0]]
            assert len(current) == 1, address
            assert f'href="{marked}"' in current[0]


def test_a_second_page_asks_for_no_settings_and_no_menu(
    transactional_db, django_assert_max_num_queries
):
    pages = [make_article().get_absolute_url() for _ in range(2)]
    Client().get(pages[0])
    with django_assert_max_num_queries(12) as asked:
        Client().get(pages[1])
    assert not [q for q in asked.captured_queries if "pages_sitesettings" in q["sql"]]
    assert Article.objects.count() == 2


def test_within_an_edition_a_page_asks_for_its_own_rows_alone(
    transactional_db, django_assert_num_queries
):
    """Each client has a page cache of its own, so each page is rendered anew."""
    category = make_category("Dân vận")
    article, _ = [make_article(category=category) for _ in range(2)]
    make_poll(home_position=1)
    for address, queries in (
        ("/", 1),  # the edition
        (category.get_absolute_url(), 2),  # and the articles
        (article.get_absolute_url(), 3),  # or the article and its neighbours
    ):
        first = Client().get(address)
        with django_assert_num_queries(queries):
            assert Client().get(address).content == first.content


def test_the_edition_is_read_again_after_the_connection_was_lost(transactional_db):
    """The server ended the connection, as a restart does; the portal's first query mends it."""
    before = editions.current()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        process = cursor.fetchone()[0]
    killer = connection.copy()
    with killer.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [process])
    killer.close()
    connection.health_check_done = False
    assert editions.current() == before


def test_the_quick_way_and_the_function_give_the_same(transactional_db):
    make_article()
    quick = [editions.current(), editions.current()]
    with connection.cursor() as cursor:
        cursor.execute("SELECT core_edition()")
        assert {cursor.fetchone()[0]} == set(quick)
        cursor.execute("DEALLOCATE ALL")
    assert editions.current() == quick[0]
