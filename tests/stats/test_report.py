"""The page of statistics for editors: spans, comparisons, charts, files."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils.timezone import localdate
from openpyxl import load_workbook

from accounts.audit.models import Entry
from search.models import MissedSearch
from stats.models import Day, OriginDay, PageDay
from stats.report import charts
from stats.report.figures import Line, Report
from stats.report.spans import Span
from tests.factories import make_article, make_category, make_document

pytestmark = pytest.mark.django_db
PAGE = reverse("admin:stats_visitsummary_changelist")
WEEK = Span(date(2026, 11, 9), date(2026, 11, 15))
NOW, BEFORE = date(2026, 11, 10), date(2026, 11, 8)


def pages(publication, thing, now, before=0, what="view"):
    for day, number in ((NOW, now), (BEFORE, before)):
        told = {"day": day, "what": what, "thing": thing, "object_id": publication.pk}
        PageDay.objects.create(**told, number=number)


@pytest.fixture
def counted():
    """A week and the one before it."""
    Day.objects.create(day=NOW, views=120, visitors=50, downloads=7, robots=9)
    Day.objects.create(day=BEFORE, views=100, visitors=40, downloads=14)
    Day.objects.create(day=date(2026, 11, 1), views=9999)
    for source, name, number in [
        ("zalo", "", 30),
        ("site", "sonhai.example", 4),
        ("site", "=CMD()", 2),
        ("robot", "Google", 9),
    ]:
        OriginDay.objects.create(day=NOW, source=source, name=name, number=number)


def table(report, title):
    return next((r.lines for r in report.rankings if r.title == title), None)


def test_the_span_before_is_as_long_and_ends_the_day_before():
    assert Span(date(2026, 3, 1), date(2026, 3, 31)).before == Span(
        date(2026, 1, 29), date(2026, 2, 28)
    )


def test_totals_are_compared_with_the_span_before(counted):
    totals = {line.label: (line.now, line.before, line.change) for line in Report(WEEK).totals}
    assert totals == {
        "Lượt truy cập": (120, 100, "+20%"),
        "Khách (tính riêng từng ngày)": (50, 40, "+25%"),
        "Lượt tải tệp": (7, 14, "−50%"),
        "Lượt của máy tìm kiếm": (9, 0, ""),
    }


def test_rankings_tell_categories_sources_pages_and_downloads(counted):
    first, second = make_article("Một"), make_article("Hai", category=make_category("Dân vận"))
    paper = make_document("Hướng dẫn")
    pages(first, "bai", 5, 9)
    pages(second, "bai", 8)
    pages(paper, "van-ban", 3, what="download")
    report = Report(WEEK)
    assert table(report, "Chuyên mục") == [Line("Dân vận", 8, 0), Line("Khoa giáo", 5, 9)]
    assert [line[:3] for line in table(report, "Bài được đọc nhiều")] == [
        ("Hai", 8, 0),
        ("Một", 5, 9),
    ]
    assert table(report, "Văn bản được tải nhiều")[0].now == 3
    assert table(report, "Văn bản được xem nhiều") is None
    assert table(report, "Nguồn truy cập") == [Line("Zalo", 30, 0), Line("Trang khác", 6, 0)]
    assert table(report, "Trang giới thiệu")[0] == Line("sonhai.example", 4, 0)
    assert table(report, "Máy tìm kiếm") == [Line("Google", 9, 0)]


def test_searches_without_result_stand_in_the_span_of_their_last_time(client, editor):
    MissedSearch.objects.create(words="bản tèn xa", number=4, last_on=NOW)
    MissedSearch.objects.create(words="năm ngoái", number=9, last_on=BEFORE)
    assert table(Report(WEEK), "Tìm không thấy") == [Line("bản tèn xa", 4, 0)]
    client.force_login(editor)
    assert "bản tèn xa" in client.get(f"{PAGE}?{WEEK.query}").content.decode()
    book = load_workbook(BytesIO(client.post(f"{PAGE}tep/xlsx/?{WEEK.query}").getvalue()))
    assert [cell.value for cell in book["Tìm không thấy"][3]] == ["bản tèn xa", 4]


def test_it_costs_the_same_queries_for_many_pages(counted, django_assert_num_queries):
    for _ in range(40):
        pages(make_article(), "bai", 2)
    report = Report(WEEK)
    with django_assert_num_queries(13):
        assert report.totals
        assert len(table(report, "Bài được đọc nhiều")) == 30


@pytest.mark.parametrize(
    ("most", "top", "step"),
    [(0, 1, 1), (4, 4, 1), (7, 8, 2), (120, 150, 50), (30_000, 30_000, 10_000)],
)
def test_the_lines_of_a_chart_are_round_numbers(most, top, step):
    assert charts.scale(most) == (top, step)


def test_a_chart_has_a_bar_a_day_and_says_what_it_shows(counted):
    chart = charts.of_days(Report(WEEK))
    assert len(chart.bars) == 7
    assert chart.bars[1].words == "10/11/2026: 120 lượt"
    assert [bar.height for bar in chart.bars].count(0) == 6
    assert "Cao nhất 10/11/2026: 120 lượt" in chart.summary
    year = charts.of_days(Report(Span(date(2025, 1, 1), date(2025, 12, 31))))
    assert len(year.bars) == 53
    assert len(charts.of_days(Report(Span(date(2024, 1, 1), date(2026, 6, 30)))).bars) == 30


def test_the_page_shows_the_span_with_a_chart_and_its_table(client, editor, counted):
    client.force_login(editor)
    page = client.get(PAGE, {"tu": "2026-11-09", "den": "15/11/2026"}).content.decode()
    assert '<title id="bieu-do-ten">Lượt truy cập 09/11/2026 – 15/11/2026</title>' in page
    assert '<th scope="row">10/11/2026</th><td>120</td>' in page
    assert "Thống kê truy cập" in client.get("/quan-tri/").content.decode()


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2026-11-15", "2026-11-09", "Ngày cuối phải sau ngày đầu."),
        ("2010-01-01", "2026-01-01", "Xin chọn không quá 5 năm."),
        ("0001-01-01", "0001-01-02", "Ngày này không có số liệu."),
        ("hôm qua", "", "Nhập một ngày hợp lệ"),
    ],
)
def test_an_odd_span_is_refused_and_the_usual_one_shown(client, editor, start, end, said):
    client.force_login(editor)
    page = client.get(PAGE, {"tu": start, "den": end}).content.decode()
    assert said in page
    assert f"{localdate() - timedelta(days=29):%d/%m/%Y}" in page


def test_the_files_hold_every_table_and_are_logged(client, editor, counted):
    client.force_login(editor)
    address = f"{PAGE}tep/xlsx/?{WEEK.query}"
    assert client.get(address).status_code == 405
    response = client.post(address)
    assert 'filename="thong-ke-20261109-20261115.xlsx"' in response["Content-Disposition"]
    book = load_workbook(BytesIO(response.getvalue()))
    assert book.sheetnames == [
        "Tổng hợp",
        "Theo ngày",
        "Nguồn truy cập",
        "Trang giới thiệu",
        "Máy tìm kiếm",
    ]
    assert [cell.value for cell in book["Theo ngày"][3]][1:] == [120, 50, 7, 9]
    assert book["Trang giới thiệu"]["A4"].value == "=CMD()"
    assert book["Trang giới thiệu"]["A4"].data_type == "s"
    assert Entry.objects.get(action="export").words.startswith("Thống kê truy cập 09/11/2026")
    lines = client.post(f"{PAGE}tep/csv/?{WEEK.query}").getvalue().decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Ngày,Lượt truy cập")
    assert lines[2] == "10/11/2026,120,50,7,9"
    assert client.post(f"{PAGE}tep/pdf/").status_code == 404


def test_writers_and_visitors_do_not_see_it(client, cast):
    for person in (None, cast["cong_tac_vien"], cast["bao_cao_vien"]):
        if person:
            client.force_login(person)
        assert client.get(PAGE).status_code in (302, 403)
