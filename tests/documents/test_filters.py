"""The filters beside the list: their counts, their pages, their addresses."""

import datetime as dt

import pytest

from documents import found, samples
from documents.found import after_month
from documents.models import Document, Field, Issuer, Kind
from tests.factories import make_document, named

pytestmark = pytest.mark.django_db


def options(response):
    """{label: (what stands beside it, its address)}."""
    return {
        option.label: (option.count_words, option.url)
        for group in response.context["filters"]
        for option in group.options
        if option.label != "Tất cả"
    }


def titles(response):
    return [paper.title for paper in response.context["page_obj"]]


def make_many(number, *, field=None, **fields):
    """Papers in the months from January 2024 on, each later than the one before."""
    kind, issuer = named(Kind, "Công văn"), named(Issuer, "Tỉnh ủy")
    papers = Document.objects.bulk_create(
        Document(
            title=f"Văn bản {n:05}",
            slug="van-ban",
            symbol=f"{n + 1}-CV/TU",
            status="published",
            published_at="2026-01-01T00:00Z",
            issued_on=dt.date(2024, 1, 1) + dt.timedelta(days=n % 700),
            **{"kind": kind, "issuer": issuer} | fields,
        )
        for n in range(number)
    )
    if field:
        through = Document.fields.through
        through.objects.bulk_create(
            through(document_id=paper.pk, field_id=field.pk) for paper in papers
        )
    return papers


@pytest.fixture
def three():
    plan = named(Kind, "Kế hoạch")
    make_document("Một", field="Khoa giáo", issued_on=dt.date(2026, 1, 1))
    make_document("Hai", field="Khoa giáo", issued_on=dt.date(2025, 1, 1), kind=plan)
    make_document("Ba", issued_on=dt.date(2026, 2, 1), kind=plan)


def test_each_option_says_how_many_papers_it_leads_to(client, three):
    assert options(client.get("/van-ban/")) == {
        "Kế hoạch": ("2", "/van-ban/?loai=ke-hoach"),
        "Hướng dẫn": ("1", "/van-ban/?loai=huong-dan"),
        "Ban Tuyên giáo Tỉnh ủy": ("3", "/van-ban/?co-quan=ban-tuyen-giao-tinh-uy"),
        "Khoa giáo": ("2", "/van-ban/?linh-vuc=khoa-giao"),
        "2026": ("2", "/van-ban/nam/2026/"),
        "2025": ("1", "/van-ban/nam/2025/"),
    }


@pytest.mark.parametrize(
    ("query", "counts"),
    [
        ("loai=ke-hoach", {"Kế hoạch": 2, "Hướng dẫn": 1, "Khoa giáo": 1, "2026": 1, "2025": 1}),
        ("linh-vuc=khoa-giao", {"Kế hoạch": 1, "Hướng dẫn": 1, "2026": 1, "2025": 1}),
        ("loai=ke-hoach&linh-vuc=khoa-giao", {"Kế hoạch": 1, "Hướng dẫn": 1, "2025": 1}),
        ("loai=ke-hoach&nam=2026", {"Kế hoạch": 1, "Hướng dẫn": 1, "2026": 1, "2025": 1}),
        ("q=hai", {"Kế hoạch": 1, "Khoa giáo": 1, "2025": 1}),
        ("q=hai&loai=huong-dan", {"Kế hoạch": 1}),
    ],
)
def test_under_filters_it_says_how_many_remain(client, three, query, counts):
    found = options(client.get(f"/van-ban/?{query}"))
    assert {label: int(number) for label, (number, _) in found.items() if label in counts} == counts
    every = {"Kế hoạch", "Hướng dẫn", "Khoa giáo", "2026", "2025"}
    assert not (found.keys() & every) - counts.keys() - {"Khoa giáo"}


def test_an_option_keeps_the_other_filters_and_the_order(client, three):
    found = options(client.get("/van-ban/?loai=ke-hoach&xep=so&q=van+ba"))
    assert not found
    found = options(client.get("/van-ban/?loai=ke-hoach&xep=so"))
    assert found["2025"][1] == "/van-ban/?loai=ke-hoach&nam=2025&xep=so"


def test_up_to_a_thousand_are_counted_under_a_filter_and_all_without(client):
    make_many(1000)
    response = client.get("/van-ban/?loai=cong-van")
    assert response.context["count_words"] == "1.000"
    assert options(response)["Tỉnh ủy"][0] == "1.000"


@pytest.mark.django_db(transaction=True)
def test_beyond_a_thousand_it_says_so_under_a_filter(client):
    make_many(1001, field=named(Field, "Dân vận"))
    response = client.get("/van-ban/?loai=cong-van")
    assert response.context["count_words"] == "hơn 1.000"
    assert options(response)["Tỉnh ủy"][0] == "hơn 1.000"
    assert options(client.get("/van-ban/"))["Tỉnh ủy"][0] == "1.001"
    response = client.get("/van-ban/?loai=cong-van&co-quan=tinh-uy")
    assert response.context["count_words"] == "hơn 1.000"
    assert options(response)["Dân vận"][0] == "hơn 1.000"
    assert response.context["is_cut"]


def test_a_sample_that_cannot_tell_says_nothing(client, monkeypatch):
    make_many(30)
    monkeypatch.setattr(samples, "SAMPLE", 20)
    assert options(client.get("/van-ban/?q=van+ban"))["Tỉnh ủy"][0] == ""


@pytest.mark.parametrize("query", ["", "loai=cong-van", "nam=2025", "linh-vuc=dan-van", "xep=so"])
def test_every_page_is_what_reading_all_in_order_gives(client, query):
    make_many(300, field=named(Field, "Dân vận"))
    make_many(30, kind=named(Kind, "Đề án"))
    Document.objects.filter(number__lte=20).update(audience="members")
    papers = Document.objects.published()
    papers = papers.by_number() if "xep" in query else papers.newest_first()
    if "loai" in query:
        papers = papers.filter(kind__slug="cong-van")
    if "nam" in query:
        papers = papers.filter(issued_on__year=2025)
    if "linh-vuc" in query:
        papers = papers.filter(fields__slug="dan-van")
    wanted = list(papers.values_list("title", flat=True))
    for start in range(0, len(wanted), 20):
        response = client.get(f"/van-ban/?{query}&trang={start // 20 + 1}")
        assert titles(response) == wanted[start : start + 20]
    assert client.get(f"/van-ban/?{query}&trang={len(wanted) // 20 + 2}").status_code == 404


def test_a_far_page_begins_at_its_month(client, django_assert_max_num_queries):
    make_many(700)
    with django_assert_max_num_queries(8) as queries:
        client.get("/van-ban/?trang=30")
    (rows,) = [q["sql"] for q in queries.captured_queries if "LIMIT 20" in q["sql"]]
    assert "OFFSET" not in rows or int(rows.rsplit("OFFSET ", 1)[1]) < 31


@pytest.mark.parametrize("month", range(1, 13))
def test_the_day_after_a_month(month):
    end = after_month(202400 + month)
    assert (end - dt.timedelta(days=1)).month == month
    assert end.day == 1
    assert isinstance(found.steps_of({202400 + month: 1}, by_year=False)[0][0], dt.date)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?loai=cong-van",
        "?nam=2025&loai=cong-van",
        "?q=van&loai=cong-van&co-quan=tinh-uy&xep=so",
    ],
)
def test_no_list_takes_more_than_eight_queries(client, django_assert_max_num_queries, query):
    make_many(300, field=named(Field, "Dân vận"))
    with django_assert_max_num_queries(8):
        assert client.get(f"/van-ban/{query}").status_code == 200


def test_a_year_has_a_page_of_its_own(client, three):
    response = client.get("/van-ban/nam/2026/")
    assert titles(response) == ["Ba", "Một"]
    assert "<h1" in (text := response.content.decode())
    assert "Văn bản: năm 2026" in text
    assert '/van-ban/nam/2026/" rel="canonical"' in text or 'canonical" href="' in text
    other = client.get("/van-ban/?nam=2026")
    assert other.context["canonical"].endswith("/van-ban/nam/2026/")


def test_numbers_are_sorted_as_numbers(client):
    for symbol in ("9-CV/TU", "100-CV/TU", "HD.10.BTGTU", ""):
        make_document(symbol or "Không số", symbol=symbol, issued_on=dt.date(2026, 1, 1))
    make_document("Năm trước", symbol="999-CV/TU", issued_on=dt.date(2025, 1, 1))
    expected = ["100-CV/TU", "HD.10.BTGTU", "9-CV/TU", "Không số", "Năm trước"]
    assert titles(client.get("/van-ban/?xep=so")) == expected


@pytest.mark.parametrize("query", ["51", "51-hd", "HD.51"])
def test_a_number_or_the_beginning_of_a_symbol_finds_it(client, query):
    make_document("Năm mốt", symbol="51-HD/BTGTU" if query != "HD.51" else "HD.51.BTGTU")
    make_document("Khác", symbol="151-HD/BTGTU")
    assert titles(client.get("/van-ban/", {"q": query})) == ["Năm mốt"]


def test_a_filter_that_is_no_kind_finds_nothing_and_offers_a_way_out(client, three):
    response = client.get("/van-ban/?loai=khong-co")
    assert titles(response) == []
    assert "Bỏ mọi điều kiện lọc" in response.content.decode()
