"""The speakers' month, what is new since the last visit, the search."""

import pytest

from documents.models import Pack, Series
from speakers.models import Visit
from tests.factories import ago, make_attachment, make_document, named
from tests.speakers.areas import NEW, NEWEST, SEARCH, at, body, members_paper, month


@pytest.fixture
def reader(client, speaker):
    client.force_login(speaker)
    return client


def test_the_newest_month_that_has_papers_is_shown_by_field(reader):
    members_paper("Tài liệu tháng chín", published_at=at(2026, 9), field="Khoa giáo")
    members_paper("Đề cương khoa giáo", published_at=at(2026, 10), field="Khoa giáo")
    members_paper("Chuyện kể", published_at=at(2026, 10), file=b"x")
    page = body(reader.get(NEWEST))
    assert "Tài liệu tháng 10/2026" in page
    assert page.index("Khoa giáo</h2>") < page.index("Tài liệu khác</h2>")
    assert "Đề cương khoa giáo" in page
    assert "Tải về" in page
    assert "Tài liệu tháng chín" not in page
    assert month(2026, 9) in page


def test_a_month_has_its_own_papers_by_the_clock_here(reader):
    members_paper("Cuối tháng chín", published_at=at(2026, 9, 30, 16))
    members_paper("Đầu tháng mười", published_at=at(2026, 9, 30, 17))
    assert "Cuối tháng chín" in body(reader.get(month(2026, 9)))
    october = body(reader.get(month(2026, 10)))
    assert "Đầu tháng mười" in october
    assert "Cuối tháng chín" not in october


def test_an_issue_of_a_series_stands_in_the_month_that_it_is_for(reader):
    members_paper(
        "Bản tin nội bộ",
        series=named(Series, "Bản tin"),
        issue_month=at(2026, 10).date(),
        published_at=at(2026, 9, 28),
    )
    assert "Bản tin nội bộ" in body(reader.get(month(2026, 10)))
    assert "Bản tin nội bộ" not in body(reader.get(month(2026, 9)))


def test_a_month_without_papers_and_one_that_is_none(reader):
    assert "Chưa có tài liệu nào" in body(reader.get(NEWEST))
    members_paper()
    assert "Tháng này không có tài liệu" in body(reader.get(month(2019, 2)))
    for odd in (month(2026, 13), month(2026, 0), month(0, 1), month(9999, 12), f"{NEWEST}2026/"):
        assert reader.get(odd).status_code == 404, odd


def test_public_papers_stay_on_the_public_pages(reader):
    make_document("Công văn công khai")
    assert "Công văn công khai" not in body(reader.get(NEWEST))
    assert "Công văn công khai" not in body(reader.get(SEARCH, {"q": "công văn"}))


def test_it_leads_to_the_packs_in_which_the_papers_lie(reader):
    paper = members_paper()
    fields = {"slug": "bo", "status": "published", "published_at": ago(hours=1)}
    pack = Pack.objects.create(title="Bộ tài liệu học tập", **fields)
    pack.items.create(document=paper)
    Pack.objects.create(title="Bộ khác", **fields)
    page = body(reader.get(NEWEST))
    assert pack.get_absolute_url() in page
    assert "Bộ khác" not in page


def test_a_hundred_papers_cost_as_many_queries_as_one(reader, django_assert_max_num_queries):
    for number in range(100):
        paper = members_paper(field="Khoa giáo" if number % 2 else "Tuyên truyền")
        content = b"%PDF-1.7 " + str(number).encode()
        make_attachment(paper, content=content, html="<p>Bản đọc</p>" if number % 2 else "")
    reader.get(NEWEST)
    with django_assert_max_num_queries(20):
        page = body(reader.get(NEWEST))
    assert page.count('class="briefings__paper"') == page.count('class="file ') == 100
    assert page.count("Đọc trên trang") == 50


def test_the_first_visit_marks_nothing_and_the_next_what_came_since(reader, speaker):
    members_paper("Đã có", published_at=ago(days=9))
    assert "briefings__new" not in body(reader.get(NEWEST))
    Visit.objects.update(seen_at=ago(days=2))
    members_paper("Vừa đăng", published_at=ago(days=1))
    page = body(reader.get(NEWEST))
    assert "1 tài liệu mới từ lần trước" in page
    assert page.count("briefings__new") == 1
    listed = body(reader.get(NEW))
    assert "Vừa đăng" in listed
    assert "Đã có" not in listed


def test_the_marks_stay_while_somebody_is_at_work(reader, speaker):
    visit = Visit.objects.create(person=speaker, seen_at=ago(hours=3), since=ago(days=5))
    members_paper("Vừa đăng", published_at=ago(days=1))
    assert "Vừa đăng" in body(reader.get(NEW))
    visit.refresh_from_db()
    assert visit.seen_at > ago(minutes=1)
    written = visit.seen_at
    reader.get(NEW)
    visit.refresh_from_db()
    assert visit.seen_at == written


def test_nothing_new_is_said(reader, speaker):
    assert "lần đầu" in body(reader.get(NEW))
    Visit.objects.update(seen_at=ago(days=2))
    assert "Chưa có tài liệu nào mới" in body(reader.get(NEW))
    assert reader.get(NEW, {"trang": "2"}).status_code == 404
