"""Papers: the list with its filters, one paper, its files."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from documents.models import Document, Issuer, Kind
from documents.symbols import symbol_key
from tests.factories import make_attachment, make_document, named

pytestmark = pytest.mark.django_db


def titles(response):
    return [document.title for document in response.context["page_obj"]]


def test_the_list_is_by_date_of_issue_and_says_what_each_paper_is(client):
    make_document("Cũ", issued_on=dt.date(2017, 10, 25))
    make_document(
        "Mới", issued_on=dt.date(2026, 5, 1), symbol="15-HD/BTGDVTU", views=1119, downloads=51
    )
    response = client.get("/van-ban/")
    assert titles(response) == ["Mới", "Cũ"]
    text = response.content.decode()
    for label in ("15-HD/BTGDVTU", "Không số", "01/05/2026", "1.119", "Lượt xem", "lượt tải"):
        assert label in text


def test_filters_combine_and_show_how_many(client):
    plan = named(Kind, "Kế hoạch")
    make_document("Một", field="Khoa giáo", issued_on=dt.date(2026, 1, 1))
    make_document("Hai", field="Khoa giáo", issued_on=dt.date(2025, 1, 1), kind=plan)
    make_document("Ba", issued_on=dt.date(2026, 2, 1), kind=plan)
    assert titles(client.get("/van-ban/?loai=ke-hoach")) == ["Ba", "Hai"]
    assert titles(client.get("/van-ban/?linh-vuc=khoa-giao&nam=2026")) == ["Một"]
    response = client.get("/van-ban/?loai=ke-hoach&nam=2026")
    assert titles(response) == ["Ba"]
    options = {o.label: o for group in response.context["filters"] for o in group.options}
    assert (options["Kế hoạch"].count, options["Kế hoạch"].current) == (1, True)
    assert options["2025"].url == "/van-ban/?loai=ke-hoach&nam=2025"


@pytest.mark.parametrize("year", ["0", "99999", "hai", "-1", "²"])
def test_a_year_that_is_none_is_not_found(client, year):
    assert client.get(f"/van-ban/?nam={year}").status_code == 404


@pytest.mark.parametrize("spelling", ["238", "238-QĐ", "qđ/tw", "quy che phoi hop"])
def test_it_is_found_by_a_part_of_its_symbol_or_words_in_any_spelling(client, spelling):
    make_document("Quy chế phối hợp", symbol="238-QĐ/TW")
    make_document("Văn bản khác", symbol="12-HD/TU")
    assert titles(client.get("/van-ban/", {"q": spelling})) == ["Quy chế phối hợp"]


@pytest.mark.parametrize(
    "symbol",
    ["238-QĐ/TW", "581- CV/BTGTU", "18 – NQ/TW", "118/TTr- STTTT", "HD.51.BTGTU", "kỹ-lý‑quý", ""],
)
def test_a_symbols_key_is_the_same_in_sql(symbol):
    with connection.cursor() as cursor:
        cursor.execute("SELECT documents_symbol_key(%s)", [symbol])
        assert cursor.fetchone() == (symbol_key(symbol),)


def test_a_second_paper_of_one_identity_is_refused():
    fields = {"symbol": "20-NQ/TW", "issued_on": dt.date(2017, 10, 25)}
    make_document(**fields)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_document(**fields | {"symbol": "20 - NQ/TW"})
    make_document(symbol="5-CV/TU")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_document(symbol="5-CV/TU")
    twin = Document(
        title="Trùng",
        kind=named(Kind, "Hướng dẫn"),
        issuer=named(Issuer, "Ban Tuyên giáo Tỉnh ủy"),
        **fields,
    )
    with pytest.raises(ValidationError, match="Đã có văn bản cùng số"):
        twin.full_clean()


def test_one_number_of_two_dates_or_kinds_and_papers_without_one_are_different_papers():
    make_document(symbol="20-NQ/TW", issued_on=dt.date(2012, 11, 1))
    make_document(symbol="20-NQ/TW", issued_on=dt.date(2017, 10, 25))
    make_document(
        symbol="20-NQ/TW", issued_on=dt.date(2017, 10, 25), kind=named(Kind, "Quyết định")
    )
    make_document()
    make_document()
    assert Document.objects.count() == 5


def test_a_paper_shows_its_facts_and_its_files(client):
    document = make_document(
        "Hướng dẫn sinh hoạt", symbol="51-HD/BTGTU", signer="Huỳnh Văn An", field="Tuyên truyền",
        issued_on=dt.date(2025, 8, 12), views=119, downloads=51,
    )  # fmt: skip
    attachment = make_attachment(document, "huong-dan.pdf", b"%PDF-" + b"x" * 2048)
    text = client.get(document.get_absolute_url()).content.decode()
    for label in (
        "51-HD/BTGTU",
        "Huỳnh Văn An",
        "Tuyên truyền",
        "12/08/2025",
        "2 KB",
        "PDF",
        attachment.get_absolute_url(),
    ):
        assert label in text, label


def test_a_files_number_is_given_once_and_never_again():
    document = make_document()
    first, second = make_attachment(document), make_attachment(document)
    assert (first.number, second.number) == (1, 2)
    second.delete()
    assert make_attachment(document).number == 3
    assert make_attachment(make_document()).number == 1


@pytest.mark.parametrize("count", [100, 10_000])
def test_the_list_takes_nine_queries_however_long(client, django_assert_max_num_queries, count):
    kind, issuer = named(Kind, "Hướng dẫn"), named(Issuer, "Tỉnh ủy")
    Document.objects.bulk_create(
        Document(
            title=f"Văn bản {n}",
            slug="x",
            kind=kind,
            issuer=issuer,
            status="published",
            published_at="2026-01-01T00:00Z",
        )
        for n in range(count)
    )
    with django_assert_max_num_queries(9):
        client.get("/van-ban/?loai=huong-dan&co-quan=tinh-uy&trang=2")


def test_kinds_stand_in_vietnamese_order():
    wanted = ("Đề án", "Dự án", "Ấn phẩm", "An toàn", "Báo cáo", "Ăn ở")
    for name in wanted:
        named(Kind, name)
    names = [kind.name for kind in Kind.objects.filter(name__in=wanted)]
    assert names == ["An toàn", "Ăn ở", "Ấn phẩm", "Báo cáo", "Dự án", "Đề án"]
