"""The list as a spreadsheet, and the feeds."""

import csv
import datetime as dt
import io
from xml.etree import ElementTree as ET

import pytest

from documents.models import Document, Kind
from tests.factories import make_category, make_document, named

pytestmark = pytest.mark.django_db


def table(client, query=""):
    response = client.get(f"/van-ban/bang.csv{query}")
    text = response.getvalue().decode()
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_table_has_what_the_list_has_in_its_order(client):
    make_document(
        "Hướng dẫn, “mới”", symbol="51-HD/TU", field="Khoa giáo", issued_on=dt.date(2026, 5, 1),
        effective_on=dt.date(2026, 5, 2), views=1119, signer="Huỳnh Văn An",
        signer_office="Trưởng ban",
    )  # fmt: skip
    make_document("Cũ", issued_on=dt.date(2025, 5, 1), kind=named(Kind, "Kế hoạch"))
    first, second = table(client)
    assert first["Trích yếu"] == "Hướng dẫn, “mới”"
    assert (first["Ngày ban hành"], first["Có hiệu lực từ"]) == ("01/05/2026", "02/05/2026")
    assert (first["Người ký"], first["Chức vụ"]) == ("Huỳnh Văn An", "Trưởng ban")
    assert (first["Lĩnh vực"], first["Lượt xem"]) == ("Khoa giáo", "1119")
    assert first["Tình trạng hiệu lực"] == "Còn hiệu lực"
    assert first["Địa chỉ"].startswith("http")
    assert (second["Ngày ban hành"], second["Tình trạng hiệu lực"]) == ("01/05/2025", "")
    assert [row["Trích yếu"] for row in table(client, "?loai=ke-hoach")] == ["Cũ"]


@pytest.mark.parametrize("begin", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(client, begin):
    make_document(f"{begin}HYPERLINK(1)", symbol=f"{begin}2-HD/TU", signer=f"{begin}cmd")
    (row,) = table(client)
    assert (row["Trích yếu"], row["Người ký"]) == (f"'{begin}HYPERLINK(1)", f"'{begin}cmd")
    assert row["Số, ký hiệu"].startswith("'")


def test_the_table_is_a_download_with_a_vietnamese_name_and_respects_the_door(client, speaker):
    make_document("Bí mật", audience="members")
    response = client.get("/van-ban/bang.csv")
    assert response.streaming
    assert response["Content-Disposition"] == (
        "attachment; filename*=utf-8''Danh%20m%E1%BB%A5c%20v%C4%83n%20b%E1%BA%A3n.csv"
    )
    assert b"\xc3\xad m\xe1\xba\xadt" not in response.getvalue()
    client.force_login(speaker)
    assert [row["Trích yếu"] for row in table(client)] == ["Bí mật"]
    assert client.get("/van-ban/bang.csv")["Cache-Control"] == "private, no-store"


def test_a_long_table_is_read_in_chunks(client, django_assert_max_num_queries):
    kind, issuer = named(Kind, "Công văn"), make_document().issuer
    Document.objects.bulk_create(
        Document(title="Văn bản", slug="x", kind=kind, issuer=issuer, status="published",
                 published_at="2026-01-01T00:00Z")
        for _ in range(1200)
    )  # fmt: skip
    with django_assert_max_num_queries(8):
        assert len(table(client)) == 1201


def items(client, address):
    response = client.get(address)
    assert response.status_code == 200
    feed = ET.fromstring(response.content)  # noqa: S314
    return [item.findtext("title") for item in feed.iter("item")]


def test_feeds_of_all_of_a_kind_and_of_a_field(client):
    make_document("Một", symbol="1-HD/TU", field="Khoa giáo")
    make_document("Hai", kind=named(Kind, "Kế hoạch"))
    make_document("Bí mật", audience="members", field="Khoa giáo")
    make_document("Nháp", status="draft", field="Khoa giáo")
    assert set(items(client, "/rss/van-ban/")) == {"Hướng dẫn 1-HD/TU: Một", "Hai"}
    assert items(client, "/rss/van-ban/loai/ke-hoach/") == ["Hai"]
    assert items(client, "/rss/van-ban/linh-vuc/khoa-giao/") == ["Hướng dẫn 1-HD/TU: Một"]
    assert client.get("/rss/van-ban/loai/khong-co/").status_code == 404


def test_the_news_keep_their_feeds(client):
    make_category()
    assert client.get("/rss/khoa-giao/").status_code == 200
    assert "Khoa giáo" in client.get("/rss/khoa-giao/").content.decode()


@pytest.mark.parametrize(
    ("query", "feed"),
    [
        ("", "/rss/van-ban/"),
        ("?loai=huong-dan", "/rss/van-ban/loai/huong-dan/"),
        ("?linh-vuc=khoa-giao", "/rss/van-ban/linh-vuc/khoa-giao/"),
        ("?linh-vuc=khoa-giao&loai=huong-dan", "/rss/van-ban/"),
    ],
)
def test_the_list_leads_to_its_feed(client, query, feed):
    make_document(field="Khoa giáo")
    text = client.get(f"/van-ban/{query}").content.decode()
    assert f'<a href="{feed}">Theo dõi (RSS)</a>' in text
