"""The search in the speakers' papers, and a field of work across the months."""

import pytest

from files.models import FilePage
from tests.factories import make_attachment, make_document
from tests.speakers.areas import NEWEST, SEARCH, at, body, members_paper

HEALTH = {"linh-vuc": "khoa-giao"}


@pytest.fixture
def reader(client, speaker):
    client.force_login(speaker)
    return client


def test_the_search_finds_titles_and_words_inside_files(reader):
    by_title = members_paper("Đề cương tuyên truyền lũ quét")
    inside = members_paper("Tài liệu tháng")
    attachment = make_attachment(inside, content=b"%PDF-1.7 hai trang")
    for number, text in enumerate(["Mở đầu", "Bài học phòng chống lũ quét ở bản", "Lũ quét"], 1):
        FilePage.objects.create(file=attachment.stored, number=number, text=text)
    page = body(reader.get(SEARCH, {"q": "lu quet"}))
    assert by_title.title in page
    assert inside.title in page
    assert "trang 2</a>: Bài học phòng chống <mark>lũ quét</mark>" in page
    assert "2 tài liệu cho" in page


@pytest.mark.parametrize("query", ["", "không có gì", '"', "\0", "a" * 500, "<script>"])
def test_odd_searches_are_answered(reader, query):
    members_paper()
    response = reader.get(SEARCH, {"q": query})
    assert response.status_code == 200
    assert "<script>" not in body(response)


@pytest.fixture
def fields(db):
    """Two papers of one field in two months, one of another."""
    members_paper("Đề cương tháng chín", published_at=at(2026, 9), field="Khoa giáo")
    members_paper("Chuyện kể tháng mười", published_at=at(2026, 10), field="Khoa giáo")
    members_paper("Đề cương lịch sử", published_at=at(2026, 10), field="Lịch sử Đảng")


@pytest.mark.usefixtures("fields")
def test_a_field_shows_its_papers_of_every_month(reader):
    month = body(reader.get(NEWEST))
    assert f"{SEARCH}?linh-vuc=khoa-giao" in month
    page = body(reader.get(SEARCH, HEALTH))
    assert "Tài liệu lĩnh vực Khoa giáo" in page
    assert "2 tài liệu của mọi tháng" in page
    assert page.index("Chuyện kể tháng mười") < page.index("Đề cương tháng chín")
    assert "Đề cương lịch sử" not in page


@pytest.mark.usefixtures("fields")
def test_field_and_search_narrow_each_other_down(reader):
    page = body(reader.get(SEARCH, {"q": "đề cương", **HEALTH}))
    assert "Đề cương tháng chín" in page
    assert "Chuyện kể" not in page
    assert "Đề cương lịch sử" not in page
    assert (
        'href="/bao-cao-vien/tim/?q=%C4%91%E1%BB%81+c%C6%B0%C6%A1ng&amp;linh-vuc=lich-su-dang'
        in page
    )
    assert '<input type="hidden" name="linh-vuc" value="khoa-giao">' in page
    assert "mọi lĩnh vực" in body(reader.get(SEARCH, {"q": "lịch sử", **HEALTH}))


@pytest.mark.parametrize("slug", ["khong-co", "\0", "khoa-giao'--"])
def test_a_field_that_is_not_there_is_not_found(reader, slug):
    assert reader.get(SEARCH, {"linh-vuc": slug}).status_code == (200 if slug == "\0" else 404)


def test_a_public_paper_counts_in_no_field_here(reader):
    make_document("Công khai", field="Khoa giáo")
    assert "khoa-giao" not in body(reader.get(SEARCH))


def test_many_papers_cost_as_many_queries_as_one(reader, django_assert_max_num_queries):
    for number in range(25):
        paper = members_paper(f"Đề cương {number}", field=f"Lĩnh vực {number % 5}")
        make_attachment(paper, content=b"%PDF-1.7 " + str(number).encode())
    words = {"q": "đề cương", "linh-vuc": "linh-vuc-1"}
    reader.get(SEARCH, words)
    with django_assert_max_num_queries(19):
        page = body(reader.get(SEARCH, words))
    assert page.count('class="briefings__paper"') == 5
