"""The search page: filters, counts, order, what is told where nothing is found."""

from datetime import timedelta

import pytest
from django.utils import timezone

from search import misses
from search.models import MissedSearch, Synonym
from search.synonyms import definitions, harvest
from search.words import learn
from tests.factories import (
    ago,
    make_article,
    make_attachment,
    make_category,
    make_consultation,
    make_document,
    make_page,
    make_question,
)
from tests.search.finding import found, unmarked

pytestmark = pytest.mark.django_db
AGENT = {"HTTP_USER_AGENT": "Mozilla/5.0 (Android 12)"}


def ask(client, query, **more):
    return client.get("/tim-kiem/", {"q": query, **more}, **AGENT)


def counts(response, name="kinds"):
    return {option.label: option.count_words for option in response.context[name]}


def test_kinds_are_counted_and_lead_to_lists_of_their_own(client):
    make_article("Hội nghị giao ban", lead="")
    make_article("Giao ban báo chí", lead="")
    make_document("Hướng dẫn giao ban")
    response = ask(client, "giao ban")
    assert counts(response) == {"Tất cả": "3", "Tin tức": "2", "Văn bản": "1"}
    assert found(client, "giao ban", loai="van-ban") == ["Hướng dẫn giao ban"]


def test_pages_questions_and_consultations_are_kinds_of_their_own(client):
    make_page("Lối vào bản Ten", lead="Đi từ phường Đông Lam")
    make_question("Bao giờ có lối vào bản?", answer="<p>Bản Ten có đường năm tới.</p>")
    make_consultation(
        "Dự thảo về lối vào bản", body="<p>Điều 1. Bản Ten</p>", closes_at=ago(days=1)
    )
    response = ask(client, "loi vao ban ten")
    assert counts(response) == {
        "Tất cả": "3", "Trang giới thiệu, hướng dẫn": "1", "Hỏi đáp": "1", "Lấy ý kiến dự thảo": "1"
    }  # fmt: skip
    for slug, title in (
        ("trang", "Lối vào bản Ten"),
        ("hoi-dap", "Bao giờ có lối vào bản?"),
        ("gop-y-du-thao", "Dự thảo về lối vào bản"),
    ):
        assert found(client, "loi vao ban ten", loai=slug) == [title]
    (hit,) = ask(client, "ban ten nam toi", loai="hoi-dap").context["hits"]
    assert "<mark>Bản Ten</mark> có đường <mark>năm tới</mark>" in hit.passage
    assert "Đã hết hạn góp ý" in ask(client, "loi", loai="gop-y-du-thao").content.decode()


@pytest.mark.parametrize(
    "state",
    [
        {"status": "draft"},  # so an unanswered question
        {"status": "withdrawn"},
        {"published_at": ago(days=-1)},
        {"expires_at": ago(minutes=1)},
    ],
)
@pytest.mark.parametrize("make", [make_page, make_question, make_consultation])
def test_of_what_is_not_public_there_is_no_trace(client, make, state):
    make("Lối vào bản Ten", **state)
    for address in ("/tim-kiem/?q=loi+vao", "/_/goi-y/?q=loi+va"):
        assert "bản Ten" not in client.get(address, **AGENT).content.decode()
    assert ask(client, "loi vao").context.get("kinds") is None


def test_a_category_an_office_and_a_year_narrow_it_down(client):
    old = timezone.now() - timedelta(days=800)
    inner = make_category("Tin vùng cao", parent=make_category("Tin tức"))
    make_article("Giao ban vùng cao", lead="", category=inner, published_at=old)
    make_article("Giao ban khoa giáo", lead="")
    paper = make_document("Hướng dẫn giao ban")
    assert found(client, "giao ban", muc="tin-tuc") == ["Giao ban vùng cao"]
    assert found(client, "giao ban", nam=old.year) == ["Giao ban vùng cao"]
    assert found(client, "giao ban", den=(old + timedelta(days=1)).date()) == ["Giao ban vùng cao"]
    assert found(client, "giao ban", **{"co-quan": paper.issuer.slug}) == [paper.title]


def test_the_order_is_that_of_a_person(client):
    make_article("Tin vắn", lead="", body="<p>Hoà rồi mới bình, sau đó giao lưu</p>")
    make_article("Chuyện làng", lead="", body="<p>Vì một nền hòa bình</p>")
    make_article("Hòa bình cho mọi người", lead="", published_at=ago(days=900))
    make_article("Hoa binh mai", lead="", body="<p>Không dấu</p>")
    titles = found(client, "hòa bình")
    assert titles[0] == "Hòa bình cho mọi người"
    assert titles[1:] == ["Chuyện làng", "Tin vắn", "Hoa binh mai"]
    assert found(client, "hoa binh", xep="ngay")[-1] == "Hòa bình cho mọi người"


def test_of_equal_fitness_the_fresh_one_stands_first(client):
    make_article("Giao ban tháng một", lead="", published_at=ago(days=60))
    make_article("Giao ban tháng hai", lead="", published_at=ago(days=30))
    assert found(client, "giao ban tháng") == ["Giao ban tháng hai", "Giao ban tháng một"]


def test_an_article_of_long_ago_is_found(client):
    for years in (1, 9, 30):
        make_article(f"Chuyện {years} năm trước", published_at=ago(days=366 * years))
    assert found(client, "chuyện 30 năm") == ["Chuyện 30 năm trước"]
    assert len(found(client, "chuyen nam truoc")) == 3


def test_a_word_in_a_file_leads_to_its_page(client):
    paper = make_document("Tài liệu sinh hoạt chi bộ")
    file = make_attachment(paper, has_text=True, page_count=12)
    file.stored.pages.create(number=3, text="Lời mở đầu về hòa bình")
    file.stored.pages.create(number=12, text="Phòng chống sạt lở\nở vùng cao, phòng chống lũ")
    (hit,) = ask(client, "sat lo vung cao").context["hits"]
    assert "<mark>sạt lở</mark> ở <mark>vùng cao</mark>" in hit.passage
    assert hit.place[1] == f"{file.get_reading_url()}?trang=2#trang-12"


def test_a_word_in_an_article_s_file_leads_to_its_page_and_one_of_its_text_does_not(client):
    article = make_article("Cuộc thi viết", lead="", body="<p>Thể lệ ở tệp kèm theo</p>")
    file = make_attachment(article, has_text=True, page_count=12)
    file.stored.pages.create(number=11, text="Thể lệ: giải nhất\nmột con trâu")
    (hit,) = ask(client, "the le con trau").context["hits"]
    assert "giải nhất một <mark>con trâu</mark>" in hit.passage
    assert hit.place[1] == f"{file.get_reading_url()}?trang=2#trang-11"
    (hit,) = ask(client, "the le cuoc thi").context["hits"]
    assert not hit.place
    assert "<mark>Thể lệ</mark> ở tệp" in hit.passage
    type(file.stored).objects.update(state="quarantined")
    assert found(client, "con trau") == []


def test_members_find_their_papers_and_nobody_else_a_trace_of_them(client, speaker):
    make_document("Đề cương báo cáo viên tháng mười", audience="members")
    for address in ("/tim-kiem/?q=de+cuong", "/_/goi-y/?q=de+cu"):
        assert "Đề cương" not in client.get(address, **AGENT).content.decode()
    client.force_login(speaker)
    assert found(client, "de cuong") == ["Đề cương báo cáo viên tháng mười"]
    assert counts(ask(client, "de cuong"))["Văn bản"] == "1"
    assert "tháng mười" in client.get("/_/goi-y/?q=de+cu", **AGENT).content.decode()


def test_what_begins_so_is_suggested(client):
    article = make_article("Hội nghị giao ban báo chí", tags=["Báo chí cách mạng"])
    paper = make_document("Quy chế", symbol="238-QĐ/TW")
    text = client.get("/_/goi-y/?q=giao+ba").content.decode()
    assert article.get_absolute_url() in text
    assert "/the/bao-chi-cach-mang/" in client.get("/_/goi-y/?q=bao+chi+c").content.decode()
    part = client.get("/_/goi-y/?q=238-q", headers={"X-Part": "list"})
    assert paper.get_absolute_url() in part.content.decode()
    assert "<html" not in part.content.decode()
    assert "no-store" in part["Cache-Control"]


def test_a_typing_error_is_put_right_where_that_finds_something(client):
    make_article("Công tác tuyên giáo", lead="")
    make_article("Ngành tuyên giáo", lead="")
    learn()
    assert ask(client, "tuyêm giáo").context["meant"][0] == "tuyên giáo"
    assert ask(client, "zzzzzz").context["meant"] is None


def test_what_lacks_one_word_is_shown_where_nothing_has_all(client):
    make_article("Hội nghị giao ban báo chí", lead="")
    response = ask(client, "giao ban báo chí zzzz")
    assert response.context["is_near"]
    assert [unmarked(h.title) for h in response.context["hits"]] == ["Hội nghị giao ban báo chí"]


def test_editors_are_told_what_was_not_found_and_nothing_of_who_asked(client):
    for query in ("bản Tèn Xa", "ban ten xa", "lan@example.vn", "0912 345 678", "012345678901"):
        ask(client, query)
    client.get("/tim-kiem/?q=robot", HTTP_USER_AGENT="Googlebot/2.1")
    assert {m.words for m in MissedSearch.objects.all()} == {"bản tèn xa", "ban ten xa"}
    MissedSearch.objects.update(last_on=timezone.localdate() - timedelta(days=91))
    misses.prune()
    assert not MissedSearch.objects.exists()


def test_abbreviations_are_proposed_and_searched_once_accepted(client):
    make_article("Tin", lead="", body="<p>Bảo hiểm xã hội tỉnh (BHXH) họp với Sở (SYT)</p>")
    make_article("Bảo hiểm xã hội vùng cao", lead="")
    harvest()
    proposed = Synonym.objects.get()
    assert (proposed.short, proposed.name) == ("BHXH", "Bảo hiểm xã hội")
    assert found(client, "bhxh") == ["Tin"]
    Synonym.objects.update(state="accepted")
    assert set(found(client, "bhxh")) == {"Tin", "Bảo hiểm xã hội vùng cao"}


def test_letters_that_do_not_begin_the_words_define_nothing():
    assert list(definitions("Ban Tuyên giáo (BTG)")) == [("BTG", "Ban Tuyên giáo")]
    assert not list(definitions("Sở Y tế (UBND)"))


@pytest.mark.parametrize("count", [1, 7])
def test_a_page_asks_a_bounded_number_of_queries(client, django_assert_max_num_queries, count):
    for number in range(count):
        make_article(f"Giao ban {number}", lead="")
        make_attachment(make_document(f"Giao ban {number}"))
    with django_assert_max_num_queries(16):
        ask(client, "giao ban")
