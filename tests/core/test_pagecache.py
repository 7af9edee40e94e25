"""Public pages: one copy for all, seen changed by the request after the commit."""

import gzip
import re
import threading
import time
from contextlib import closing

import brotli
import pytest
from django.db import connection, transaction
from django.test import Client, RequestFactory

from core import pagecache
from core.encodings import preferred_encoding
from core.pagestore import EditionStore, Page
from news.models import Article
from tests.factories import ago, make_article


@pytest.fixture
def rendered(monkeypatch):
    """How often a public page was rendered: the paths, in order."""
    paths = []
    of = Page.of
    monkeypatch.setattr(Page, "of", lambda response: paths.append(1) or of(response))
    return paths


@pytest.fixture
def article(transactional_db):
    return make_article("Tiêu đề trước")


def test_an_anonymous_page_sets_no_cookie_and_varies_by_encoding_only(client, article):
    for address in ("/", article.get_absolute_url(), "/van-ban/", "/tim-kiem/?q=hội"):
        response = client.get(address)
        assert not response.cookies
        assert response["Vary"] == "Accept-Encoding"
        assert response["ETag"].startswith('"')
        assert "default-src 'none'" in response["Content-Security-Policy"]


def test_cache_control_stays_within_the_promise(client, article):
    control = client.get("/")["Cache-Control"]
    ages = dict(re.findall(r"([a-z-]+)=(\d+)", control))
    assert "public" in control
    assert (ages["max-age"], ages["s-maxage"], ages["stale-if-error"]) == ("0", "5", "600")


def test_a_proxy_that_asks_hears_how_long_an_old_page_may_stand(client, article):
    for _ in range(2):  # rendered, then kept
        to_proxy = client.get("/", headers={"X-Shared-Cache": "1"})["Cache-Control"]
        assert to_proxy == f"{client.get('/')['Cache-Control']}, stale-while-revalidate=5"
    missing = client.get("/tin-tuc/khong-co/", headers={"X-Shared-Cache": "1"})
    assert missing["Cache-Control"] == to_proxy
    assert "stale" not in client.get("/tai-khoan/dang-nhap/").get("Cache-Control", "")


def test_a_second_visitor_gets_the_kept_copy(client, article, rendered, django_assert_num_queries):
    address = article.get_absolute_url()
    first = client.get(address)
    with django_assert_num_queries(1):
        second = client.get(address)
    assert second.content == first.content
    assert len(rendered) == 1


def test_an_unknown_parameter_is_the_same_page(client, article, rendered):
    address = article.get_absolute_url()
    assert client.get(address).content == client.get(f"{address}?fbclid=xyz").content
    assert b"fbclid" not in client.get("/tin-tuc/?fbclid=xyz&trang=1").content
    assert len(rendered) == 2


def test_a_known_etag_is_answered_without_rendering(client, article, rendered):
    address = article.get_absolute_url()
    etag = client.get(address)["ETag"]
    for known in (etag, f"W/{etag}", f'"x", {etag}'):
        response = client.get(address, headers={"if-none-match": known})
        assert response.status_code == 304
        assert response["ETag"] == etag
        assert response.content == b""
    assert len(rendered) == 1


def test_each_encoding_has_its_own_etag_and_bytes(client, article):
    address = article.get_absolute_url()
    plain = client.get(address)
    zipped = client.get(address, headers={"accept-encoding": "gzip"})
    best = client.get(address, headers={"accept-encoding": "gzip, br"})
    assert gzip.decompress(zipped.content) == brotli.decompress(best.content) == plain.content
    assert len({plain["ETag"], zipped["ETag"], best["ETag"]}) == 3
    assert (zipped["Content-Encoding"], best["Content-Encoding"]) == ("gzip", "br")
    assert "Content-Encoding" not in plain


def test_a_hit_compresses_nothing(client, article, monkeypatch):
    headers = {"accept-encoding": "br"}
    first = client.get("/", headers=headers)
    monkeypatch.setattr(pagecache, "encoded", None)
    assert client.get("/", headers=headers).content == first.content


def test_head_has_the_headers_of_get_and_no_body(client, article):
    got, head = client.get("/"), client.head("/")
    assert head.content == b""
    assert head["Content-Length"] == got["Content-Length"] == str(len(got.content))
    assert head["ETag"] == got["ETag"]


def test_a_kept_page_has_the_headers_of_its_own_scheme(client, article, settings):
    settings.SECURE_HSTS_SECONDS = 60
    client = Client()
    for secure in (False, True, False, True):
        response = client.get("/", secure=secure)
        assert ("Strict-Transport-Security" in response) == secure


def test_a_store_without_room_renders_for_each_visitor(client, article, settings, rendered):
    settings.PAGE_CACHE_BYTES = 0
    client = Client()
    assert client.get("/").content == client.get("/").content
    assert len(rendered) == 2


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", "identity"),
        ("gzip", "gzip"),
        ("gzip, deflate, br", "br"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("br; q=0.000", "identity"),
        ("BR", "br"),
        ("identity", "identity"),
        ("*", "identity"),
        (";;,,", "identity"),
    ],
)
def test_the_encoding_is_negotiated(header, expected):
    assert preferred_encoding(header) == expected


def by_queryset(article):
    Article.objects.filter(pk=article.pk).update(title="Tiêu đề sau")


def by_bulk_update(article):
    article.title = "Tiêu đề sau"
    Article.objects.bulk_update([article], ["title"])


def by_sql(article):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE news_article SET title = 'Tiêu đề sau' WHERE id = %s", [article.pk])


def by_save(article):
    article.title = "Tiêu đề sau"
    article.save()


@pytest.mark.parametrize("change", [by_queryset, by_bulk_update, by_sql, by_save])
def test_the_next_request_shows_a_committed_change(client, article, change):
    old = client.get(article.get_absolute_url())
    change(article)
    for address in ("/", "/tin-tuc/", article.get_absolute_url(), "/rss/"):
        new = client.get(address, headers={"if-none-match": old["ETag"]})
        assert new.status_code == 200
        assert "Tiêu đề sau" in new.content.decode()


def test_a_change_in_the_admin_shows_in_the_next_request(client, article, administrator):
    address = article.get_absolute_url()
    client.get(address)
    office = Client()
    office.force_login(administrator)
    form_address = f"/quan-tri/news/article/{article.pk}/change/"
    form = office.get(form_address).context["adminform"].form
    data = {name: "" if form[name].value() is None else form[name].value() for name in form.fields}
    data |= {"attachments-TOTAL_FORMS": 0, "attachments-INITIAL_FORMS": 0}
    data["title"] = "Tiêu đề sau"
    response = office.post(form_address, data)
    assert response.status_code == 302, response.context["adminform"].form.errors
    assert "Tiêu đề sau" in client.get(address).content.decode()


def test_a_rolled_back_change_shows_nowhere(client, article):
    address = article.get_absolute_url()
    etag = client.get(address)["ETag"]
    with transaction.atomic():
        by_sql(article)
        transaction.set_rollback(True)
    assert client.get(address, headers={"if-none-match": etag}).status_code == 304


def test_a_scheduled_article_appears_on_time_without_a_write(client, transactional_db):
    article = make_article("Đến giờ mới đăng", published_at=ago(seconds=-0.6))
    early = client.get("/tin-tuc/")
    assert "Đến giờ mới đăng" not in early.content.decode()
    assert client.get(article.get_absolute_url()).status_code == 404
    time.sleep(0.7)
    late = client.get("/tin-tuc/", headers={"if-none-match": early["ETag"]})
    assert late.status_code == 200
    assert "Đến giờ mới đăng" in late.content.decode()
    assert client.get(article.get_absolute_url()).status_code == 200


def test_a_new_release_is_never_answered_with_an_old_etag(client, article, settings):
    etag = client.get("/")["ETag"]
    settings.RELEASE = "another"
    response = Client().get("/", headers={"if-none-match": etag})
    assert response.status_code == 200
    assert response["ETag"] != etag


def test_two_processes_agree(client, article):
    """Each client has its own middleware, and so its own store, as two processes have."""
    other = Client()
    assert client.get("/")["ETag"] == other.get("/")["ETag"]
    by_sql(article)
    assert "Tiêu đề sau" in client.get("/").content.decode()
    assert "Tiêu đề sau" in other.get("/").content.decode()


def test_signed_in_people_neither_get_nor_fill_an_anonymous_copy(client, article, editor, rendered):
    signed_in = Client()
    signed_in.force_login(editor)
    theirs = signed_in.get("/")
    assert not rendered
    assert theirs["Cache-Control"] == "private, no-store"
    assert editor.full_name in theirs.content.decode()
    anonymous = client.get("/")
    assert editor.full_name not in anonymous.content.decode()
    assert editor.full_name in signed_in.get("/").content.decode()


def test_a_strange_host_gets_no_kept_page(client, article):
    assert client.get("/").status_code == 200
    assert client.get("/", headers={"host": "la.example"}).status_code == 400


def test_errors_and_redirects_are_not_kept(client, article, rendered):
    assert client.get("/tin-tuc/khong-co/").status_code == 404
    assert client.get(f"/tin-tuc/sai/sai-{article.pk}/").status_code == 301
    assert not rendered


def test_a_page_is_not_posted_to(article):
    client = Client(enforce_csrf_checks=True)
    assert client.post("/").status_code == 405
    assert client.options("/")["Allow"] == "GET, HEAD"
    assert client.post(article.get_absolute_url()).status_code == 405


def test_the_store_is_bounded_in_bytes_and_drops_the_least_asked_for():
    store = EditionStore(limit=20_000)
    for number in range(20):
        store.put(number, "1", b"x", size=1000)
        store.get(0, "1")
    assert store.size <= 20_000
    assert store.get(0, "1")
    assert store.get(1, "1") is None
    assert store.get(19, "1")


def test_a_page_larger_than_the_store_is_not_kept():
    store = EditionStore(limit=10)
    store.put("page", "1", b"x" * 100, size=100)
    assert store.get("page", "1") is None
    assert store.size == 0


def test_an_old_edition_takes_no_room():
    store = EditionStore(limit=20_000)
    for edition in "123":
        store.put("page", edition, b"x" * 1000, size=1000)
    assert len(store.values) == 1
    assert store.get("page", "3")
    assert store.get("page", "2") is None


def test_thirty_at_once_wait_for_one_rendering_and_all_get_it(client, article, monkeypatch):
    """Each thread is a visitor of one process: they share the middleware of one handler."""
    renderings, answers = [], []
    of = Page.of

    def slowly(response):
        renderings.append(1)
        time.sleep(0.05)
        return of(response)

    monkeypatch.setattr(Page, "of", slowly)
    client.get("/_/song/")
    client.get("/")
    by_sql(article)
    factory, handler = RequestFactory(), client.handler._middleware_chain

    def visit():
        with closing(connection):
            answers.append(handler(factory.get("/")).content)

    threads = [threading.Thread(target=visit) for _ in range(30)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(renderings) == 2
    assert len(answers) == 30
    assert len(set(answers)) == 1
    assert "Tiêu đề sau" in answers[0].decode()


def test_a_hit_asks_for_the_edition_and_runs_nothing_else(client, article, monkeypatch):
    address = article.get_absolute_url()
    first = client.get(address)
    monkeypatch.setattr("django.middleware.security.SecurityMiddleware.__call__", None)
    monkeypatch.setattr("csp.middleware.CSPMiddleware.__call__", None)
    second = client.get(address)
    assert second.headers == first.headers
    assert second["X-Content-Type-Options"] == "nosniff"
