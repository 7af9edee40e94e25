"""Pages are read after publication; who cites a paper; what editors are shown."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.urls import reverse

from core import editions
from documents.citations.reading import LOCK, read_batch
from documents.models import Citation, Document, Kind, UnreadPage
from documents.tasks import read_citations
from files.models import FilePage, StoredFile
from news.models import Article
from tests.factories import ago, make_article, make_attachment, make_document, named

DAY = dt.date(2020, 9, 30)
CITING = "<p>Thực hiện Quyết định số 238-QĐ/TW, ngày 30/9/2020 của Ban Bí thư.</p>"
WANTED = "/quan-tri/documents/wantedpaper/"
DOUBTFUL = "/quan-tri/documents/citation/"


@pytest.fixture(autouse=True)
def nothing_kept(settings):
    """A test is one transaction and has one edition: no page of it may be kept."""
    settings.PAGE_CACHE_BYTES = 0


@pytest.fixture
def paper(db):
    return make_document(
        "Quy chế phối hợp", symbol="238-QĐ/TW", issued_on=DAY, kind=named(Kind, "Quyết định")
    )


def read():
    read_citations.func(timestamp=0)
    assert not UnreadPage.objects.exists()


def keys(page):
    return sorted(page.citations.values_list("key", flat=True))


def citing(client, paper):
    response = client.get(paper.get_absolute_url())
    return [page.title for page in response.context["citing"]["pages"]]


def test_what_is_read_follows_every_kind_of_write(db):
    article = make_article(body="<p>Theo 5-KH/TU và 6-KH/TU.</p>", lead="Về 5-KH/TU")
    read()
    assert keys(article) == ["5khtu", "6khtu"]
    kept = article.citations.get(key="6khtu").pk
    Article.objects.filter(pk=article.pk).update(body="<p>Theo 7-KH/TU và 6-KH/TU.</p>")
    read()
    assert keys(article) == ["5khtu", "6khtu", "7khtu"]
    assert article.citations.get(key="6khtu").pk == kept
    article.body, article.lead = "", ""
    Article.objects.bulk_update([article], ["body", "lead"])
    read()
    assert keys(article) == []
    with connection.cursor() as cursor:
        cursor.execute("UPDATE news_article SET lead = 'Theo 8-KH/TU'")
    read()
    assert keys(article) == ["8khtu"]


def test_only_a_text_that_is_published_and_changed_is_read(db):
    article = make_article(status="draft", body=CITING)
    Article.objects.update(title="Nháp sửa")
    assert not UnreadPage.objects.exists()
    Article.objects.update(status="published")
    assert UnreadPage.objects.count() == 1
    read()
    Article.objects.update(views=7, lead=article.lead)
    Document.objects.update(views=7)
    assert not UnreadPage.objects.exists()


def test_a_rolled_back_write_is_not_read_and_a_killed_reader_leaves_its_pages(db):
    with transaction.atomic():
        make_article(body=CITING)
        transaction.set_rollback(True)
    assert not UnreadPage.objects.exists()
    make_article(body=CITING)
    with transaction.atomic():
        assert read_batch() == 1
        transaction.set_rollback(True)
    assert UnreadPage.objects.count() == 1
    read()
    assert Citation.objects.count() == 1


def test_one_reader_reads_at_a_time(transactional_db):
    make_article(body=CITING)

    def elsewhere():
        try:
            return read_batch()
        finally:
            connection.close()

    with transaction.atomic(), connection.cursor() as cursor, ThreadPoolExecutor(1) as thread:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        assert thread.submit(elsewhere).result() == 0
    assert read_batch() == 1


def test_ten_thousand_pages_are_queued_by_one_statement_and_read_in_batches(
    db, django_assert_max_num_queries
):
    category = make_article().category
    Article.objects.bulk_create(
        Article(title=f"Bài {n}", category=category, status="published", published_at=ago(days=1))
        for n in range(1000)
    )
    assert UnreadPage.objects.count() == 1001
    with django_assert_max_num_queries(12):
        assert read_batch(limit=1001) == 1001


def test_a_paper_tells_who_cites_it_newest_first_and_a_list_has_the_rest(client, paper):
    for n in range(7):
        make_article(f"Bài {n}", body=CITING + "<p>238-QĐ/TW</p>", published_at=ago(days=n + 1))
    plan = make_document("Kế hoạch thực hiện 238-QĐ/TW", published_at=ago(hours=30))
    read()
    assert citing(client, paper) == ["Bài 0", plan.title, "Bài 1", "Bài 2", "Bài 3"]
    text = client.get(paper.get_absolute_url()).content.decode()
    assert "Được nhắc đến trong" in text
    assert "Xem cả 8 trang" in text
    response = client.get(reverse("documents:citing", args=[paper.slug, paper.pk]))
    assert [page.title for page in response.context["page_obj"]][-1] == "Bài 6"


def test_only_those_are_named_that_mean_this_paper_and_no_other(client, paper):
    make_article("Không ghi ngày", body="<p>238-QĐ/TW</p>")
    make_article("Ghi ngày", body=CITING, published_at=ago(days=1))
    make_article("Ngày khác", body="<p>238-QĐ/TW ngày 1/1/2001</p>")
    make_article("Loại khác", body="<p>Quy định số 238-QĐ/TW</p>")
    make_article(
        "Số trần", body="<p>Quyết định số 238 ngày 30/9/2020</p>", published_at=ago(days=2)
    )
    read()
    assert citing(client, paper) == ["Không ghi ngày", "Ghi ngày", "Số trần"]
    make_document(symbol="238-QĐ/TW", issued_on=dt.date(2011, 1, 1))
    assert citing(client, paper) == ["Ghi ngày", "Số trần"]


@pytest.mark.parametrize(
    "state",
    [{"status": "withdrawn"}, {"published_at": ago(days=-1)}, {"expires_at": ago(minutes=1)}],
)
def test_a_page_that_is_not_public_is_told_of_nowhere(client, paper, administrator, state):
    article = make_article("Bài kín", body=CITING + "<p>5-KH/TU, 84 QĐ/TWĐTN</p>")
    read()
    assert citing(client, paper) == ["Bài kín"]
    Article.objects.filter(pk=article.pk).update(**state)
    assert citing(client, paper) == []
    client.force_login(administrator)
    for address in (WANTED, DOUBTFUL):
        assert "Bài kín" not in client.get(address).content.decode()


def test_members_papers_are_told_of_to_members_alone(client, paper, speaker):
    make_document("Tài liệu tháng: 238-QĐ/TW", audience="members")
    secret = make_document(symbol="9-HD/TU", audience="members")
    read()
    address = reverse("documents:citing", args=[paper.slug, paper.pk])
    hidden = reverse("documents:citing", args=[secret.slug, secret.pk])
    assert citing(client, paper) == []
    assert "Tài liệu tháng" not in client.get(address).content.decode()
    assert client.get(hidden).status_code == 404
    client.force_login(speaker)
    assert citing(client, paper) == ["Tài liệu tháng: 238-QĐ/TW"]
    assert client.get(hidden).status_code == 200


def test_reading_raises_the_edition_only_where_a_public_paper_is_named(transactional_db):
    make_article(body="<p>5-KH/TU</p>")
    before = editions.current()
    read()
    assert editions.current() == before
    make_document(symbol="238-QĐ/TW")
    make_article(body="<p>238-QĐ/TW</p>")
    before = editions.current()
    read()
    assert editions.current() != before
    before = editions.current()
    Article.objects.update(title="Sửa")
    after_edit = editions.current()
    read()
    assert editions.current() == after_edit != before


def test_editors_see_what_is_missing_the_most_cited_first_with_a_form_filled_in(
    client, paper, editor
):
    kind = named(Kind, "Kế hoạch")
    make_article("Bài một", body="<p>Kế hoạch 5-KH/TU ngày 1/2/2024; 6-KH/TU</p>" + CITING)
    make_article("Bài hai", body="<p>5-KH/TU</p>")
    make_document("Theo 7-KH/TU", symbol="8-KH/TU", status="draft")
    read()
    client.force_login(editor)
    response = client.get(WANTED)
    wanted = response.context["wanted"]
    assert [(w.symbol, w.count) for w in wanted] == [("5-KH/TU", 2), ("6-KH/TU", 1)]
    assert {page.title for page in wanted[0].pages} == {"Bài một", "Bài hai"}
    form = client.get(wanted[0].get_add_url()).context["adminform"].form
    assert form["symbol"].value() == "5-KH/TU"
    assert str(form["kind"].value()) == str(kind.pk)
    assert form["issued_on"].value() == "01/02/2024"
    make_document(symbol="5-KH/TU", status="draft")
    assert [w.symbol for w in client.get(WANTED).context["wanted"]] == ["6-KH/TU"]


def test_wanted_papers_stand_on_pages(client, administrator, monkeypatch):
    client.force_login(administrator)
    monkeypatch.setattr("documents.admin_citations.A_PAGE", 2)
    for number in range(1, 6):
        make_article(f"Bài {number}", body=f"<p>Theo {number}-KH/TU.</p>")
    read()
    pages = [client.get(WANTED, {"trang": number}) for number in (1, 2, 3)]
    listed = [[wanted.symbol for wanted in page.context["wanted"]] for page in pages]
    assert listed == [["1-KH/TU", "2-KH/TU"], ["3-KH/TU", "4-KH/TU"], ["5-KH/TU"]]
    words = pages[1].content.decode()
    assert "Có 5 văn bản" in words
    assert 'href="?trang=1"' in words
    assert 'href="?trang=3"' in words
    for odd in ("0", "99", "x"):
        assert client.get(WANTED, {"trang": odd}).status_code == 200


def test_a_malformed_one_is_settled_once_and_remembered(client, editor):
    paper = make_document("Chỉ thị của Đoàn", symbol="84-QĐ/TWĐTN")
    article = make_article("Bài", body="<p>Theo 84 QĐ/TWĐTN và 15- Nq/tw.</p>")
    read()
    assert "84 QĐ/TWĐTN</a>" not in client.get(article.get_absolute_url()).content.decode()
    client.force_login(editor)
    assert client.get(DOUBTFUL).context["cl"].result_count == 2
    one, other = article.citations.order_by("pk")
    client.post(f"{DOUBTFUL}{one.pk}/change/", {"settled_as": paper.pk})
    client.post(DOUBTFUL, {"action": "not_citations", "_selected_action": [other.pk]})
    assert client.get(DOUBTFUL).context["cl"].result_count == 0
    Article.objects.update(lead="Sửa đổi", body=article.body + "<p>Thêm.</p>")
    read()
    assert client.get(DOUBTFUL).context["cl"].result_count == 0
    assert client.get(f"{DOUBTFUL}?da-xem=roi").context["cl"].result_count == 2
    client.logout()
    text = client.get(article.get_absolute_url()).content.decode()
    assert f'href="{paper.get_absolute_url()}">84 QĐ/TWĐTN</a>' in text
    assert citing(client, paper) == ["Bài"]


def test_these_lists_are_for_those_who_may_change_papers(client, cast):
    for role, status in {"bien_tap_vien": 200, "thu_ky": 200, "bao_cao_vien": 302}.items():
        client.force_login(cast[role])
        assert client.get(WANTED).status_code == status
        assert client.get(DOUBTFUL).status_code == status


def test_the_texts_of_a_papers_files_are_read_once_they_are_clear(client, paper):
    plan = make_document("Kế hoạch")
    attachment = make_attachment(plan)
    stored = attachment.stored
    FilePage.objects.create(
        file=make_attachment(paper, content=b"%PDF-1.7 chinh no").stored,
        number=1,
        text="BAN BÍ THƯ – Số: 238-QĐ/TW",
    )
    FilePage.objects.create(file=stored, number=1, text="Căn cứ Quyết định số 238-QĐ/TW")
    StoredFile.objects.update(state="quarantined")
    read()
    assert citing(client, paper) == []
    StoredFile.objects.update(state="clear")
    read()
    assert citing(client, paper) == ["Kế hoạch"]
    text = client.get(plan.get_absolute_url()).content.decode()
    assert "Văn bản được nhắc đến" in text
    assert paper.title in text
    attachment.delete()
    read()
    assert citing(client, paper) == []


def test_the_files_of_an_article_are_read_as_those_of_a_paper(client, paper):
    attachment = make_attachment(make_article("Bài có tệp"))
    FilePage.objects.create(file=attachment.stored, number=1, text="Theo 238-QĐ/TW")
    read()
    assert citing(client, paper) == ["Bài có tệp"]
