"""Royalties: exact to the đồng, for everybody who is named."""

import csv
import tracemalloc
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from news.models import Article, Genre, RoyaltyExport
from news.royalties import NOBODY, Royalties, shares
from news.royalty_files import write_csv, write_xlsx
from tests.factories import make_article, make_author, make_category

pytestmark = pytest.mark.django_db

UNIT = 234_000
ADDRESS = "/quan-tri/news/article/nhuan-but/"
OCTOBER = {"start": "01/10/2025", "end": "31/10/2025", "unit": "234.000", "file_format": "xlsx"}


def make_october(title="Bài tháng mười", **fields):
    return make_article(title, **{"published_at": "2025-10-15T08:00:00+07:00"} | fields)


def reckoned():
    royalties = Royalties(date(2025, 10, 1), date(2025, 10, 31), UNIT)
    return royalties, list(royalties.lines())


def told(lines):
    return [(line.name, line.role, line.coefficient, line.amount) for line in lines]


def csv_rows(royalties):
    file = BytesIO()
    write_csv(royalties, file)
    return list(csv.reader(StringIO(file.getvalue().decode("utf-8-sig"))))


def sheets(content):
    book = load_workbook(BytesIO(content))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_shares_make_up_the_whole_and_the_first_has_the_rest():
    assert shares(Decimal("1.00"), 3, Decimal("0.01")) == [
        Decimal("0.34"),
        Decimal("0.33"),
        Decimal("0.33"),
    ]
    assert shares(Decimal(100), 3, Decimal(1)) == [34, 33, 33]
    assert shares(Decimal(0), 2, Decimal(1)) == [0, 0]


def test_co_authors_share_and_the_pictures_are_paid_apart():
    article = make_october(coefficient="2.50", photo_coefficient="1", author="Khách mời")
    article.authors.add(make_author("Yên Chi"), make_author("Đức Trung"))
    article.photographers.add(make_author("Hải Đăng"))
    royalties, lines = reckoned()
    assert told(lines) == [
        ("Đức Trung", "Tác giả", Decimal("0.84"), 195_000),
        ("Yên Chi", "Tác giả", Decimal("0.83"), 195_000),
        ("Khách mời", "Tác giả", Decimal("0.83"), 195_000),
        ("Hải Đăng", "Tác giả ảnh", Decimal("1.00"), 234_000),
    ]
    assert royalties.whole.amount == 819_000
    assert royalties.whole.coefficient == Decimal("3.50")


def test_an_article_without_a_coefficient_takes_the_usual_one_of_its_genre():
    genre = Genre.objects.get(name="Phóng sự")
    genre.usual_coefficient, genre.usual_photo_coefficient = "9", "1.5"
    genre.save()
    make_october("Theo thể loại", genre=genre, author="Lan", photographer="Minh")
    make_october("Hệ số riêng", genre=genre, author="Lan", coefficient="0")
    make_october("Không có gì", author="Lan")
    _, lines = reckoned()
    assert [(line.article.title, line.role, line.amount, line.notes) for line in lines] == [
        ("Theo thể loại", "Tác giả", 2_106_000, ""),
        ("Theo thể loại", "Tác giả ảnh", 351_000, ""),
        ("Hệ số riêng", "Tác giả", 0, ""),
        ("Không có gì", "Tác giả", 0, "Chưa có hệ số"),
    ]


def test_what_came_out_in_the_period_counts_whatever_became_of_it():
    make_october("Ngày đầu", published_at="2025-10-01T00:00:00+07:00")
    make_october("Ngày cuối", published_at="2025-10-31T23:59:00+07:00")
    make_october("Đã gỡ", status="withdrawn", source="Báo Sơn Hải")
    make_october("Hết hạn", expires_at="2025-11-01T00:00:00+07:00")
    make_october("Tháng trước", published_at="2025-09-30T23:59:00+07:00")
    make_october("Tháng sau", published_at="2025-11-01T00:00:00+07:00")
    make_october("Nháp", status="draft")
    _, lines = reckoned()
    titles = [line.article.title for line in lines]
    assert titles == ["Ngày đầu", "Đã gỡ", "Hết hạn", "Ngày cuối"]
    assert {line.name for line in lines} == {NOBODY}
    assert lines[1].notes == (
        "Chưa có hệ số; Chưa ghi tên người hưởng; Lấy từ nguồn: Báo Sơn Hải; Đã gỡ khỏi trang"
    )


def test_the_totals_are_of_people_by_name_and_make_up_the_whole():
    author = make_author("Thanh Mộc", full_name="Lường Văn Thanh")
    for n in range(3):
        make_october(f"Bài {n}", coefficient="1.11").authors.add(author)
    make_october("Nhập từ nơi khác", coefficient="2", author="thanh mộc")
    royalties, _ = reckoned()
    [total] = royalties.in_order()
    assert (total.name, total.full_name) == ("Thanh Mộc", "Lường Văn Thanh")
    assert (total.articles, total.coefficient) == (4, Decimal("5.33"))
    assert total.amount == royalties.whole.amount == 3 * 259_740 + 468_000


def test_the_file_for_excel_has_people_and_articles(client, administrator, settings):
    article = make_october("=HYPERLINK(1)", coefficient="1.25")
    article.authors.add(make_author("Thanh Mộc", full_name="Lường Văn Thanh"))
    client.force_login(administrator)
    response = client.post(ADDRESS, OCTOBER)
    assert 'filename="nhuan-but-20251001-20251031.xlsx"' in response["Content-Disposition"]
    found = sheets(response.getvalue())
    assert list(found) == ["Tổng hợp", "Chi tiết"]
    people, articles = found.values()
    assert people[0][0].startswith("Nhuận bút từ 01/10/2025 đến hết 31/10/2025; 234.000 đồng")
    assert people[2:] == [
        ("Thanh Mộc", "Lường Văn Thanh", "Tác giả", 1, 1.25, 292_500),
        ("Tổng cộng", None, None, 1, 1.25, 292_500),
    ]
    day, title, category, genre, name, role, coefficient, amount, notes, address = articles[1]
    assert (day.date(), title, category) == (date(2025, 10, 15), "=HYPERLINK(1)", "Khoa giáo")
    assert (genre, name, role) == (None, "Thanh Mộc", "Tác giả")
    assert (coefficient, amount, notes) == (1.25, 292_500, None)
    assert address == settings.SITE_URL + article.get_absolute_url()
    assert articles[2][6:8] == (1.25, 292_500)
    cell = load_workbook(BytesIO(client.post(ADDRESS, OCTOBER).getvalue()))["Chi tiết"]["B2"]
    assert cell.data_type == "s"
    assert RoyaltyExport.objects.first().made_by == administrator


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_the_csv_is_text_to_a_spreadsheet_and_keeps_its_letters(start):
    make_october(f"{start}cmd|'/C calc'!A0", coefficient="2", author="Đặng Thị Quý")
    royalties, _ = reckoned()
    file = BytesIO()
    write_csv(royalties, file)
    assert file.getvalue().startswith(b"\xef\xbb\xbf")
    row = csv_rows(Royalties(royalties.start, royalties.end, UNIT))[1]
    assert row[:2] == ["15/10/2025", f"'{start}cmd|'/C calc'!A0"]
    assert row[4:8] == ["Đặng Thị Quý", "Tác giả", "2.00", "468000"]


def test_the_form_remembers_the_unit_and_begins_with_last_month(client, administrator):
    RoyaltyExport.objects.create(start=date(2025, 9, 1), end=date(2025, 9, 30), unit=UNIT)
    client.force_login(administrator)
    response = client.get(ADDRESS)
    first = response.context["form"].initial
    assert first["unit"] == UNIT
    assert first["start"].day == 1
    assert (first["end"] - first["start"]).days in (27, 28, 29, 30)
    assert "234.000 đồng" in response.content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"start": "31/02/2025"},
        {"start": "01/11/2025"},
        {"start": "01/01/0001"},
        {"end": "31/12/9999"},
        {"unit": "0"},
        {"unit": "-5"},
        {"unit": "nhiều"},
        {"file_format": "exe"},
        {"start": "01/09/2025", "end": "30/09/2025"},
    ],
    ids=str,
)
def test_a_form_that_makes_no_sense_is_refused(client, administrator, wrong):
    make_october()
    client.force_login(administrator)
    response = client.post(ADDRESS, OCTOBER | wrong)
    assert response.status_code == 200
    assert response.context["form"].errors
    assert not RoyaltyExport.objects.exists()


def test_secretaries_and_administrators_alone_may_export(client, cast):
    make_october()
    for role, status in {
        "cong_tac_vien": 302,
        "bien_tap_vien": 403,
        "thu_ky": 200,
        "quan_tri": 200,
    }.items():
        client.force_login(cast[role])
        assert client.post(ADDRESS, OCTOBER).status_code == status, role


def test_many_articles_are_never_in_memory_together(tmp_path):
    category, text = make_category(), "<p>" + "chữ " * 2000 + "</p>"
    Article.objects.bulk_create(
        Article(
            title=f"Bài {n}",
            slug="bai",
            category=category,
            body=text,
            author=f"Tác giả {n % 50}",
            coefficient="1",
            status="published",
            published_at="2025-10-15T08:00:00+07:00",
        )
        for n in range(2000)
    )
    royalties = Royalties(date(2025, 10, 1), date(2025, 10, 31), UNIT)
    tracemalloc.start()
    with (tmp_path / "nhuan-but.xlsx").open("wb") as file:
        write_xlsx(royalties, file)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert royalties.whole.amount == 2000 * UNIT
    assert len(royalties.totals) == 50
    assert most < 20_000_000  # the texts alone would be 32 MB
