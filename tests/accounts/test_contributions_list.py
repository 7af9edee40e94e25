"""A writer's own list: states, reasons, links and views, news, texts not saved."""

import pytest
from django.test import Client

from core.autosave import Autosave
from core.records import Notification
from news.models import Article
from tests.accounts.contributions import LIST, draft_of, page
from tests.factories import ago, make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def chi(cast):
    return cast["cong_tac_vien"]


@pytest.fixture
def writer(client, chi):
    client.force_login(chi)
    return client


def text(response):
    return response.content.decode()


def test_an_empty_list_says_how_to_begin(writer):
    make_article("Bài của người khác")
    shown = text(writer.get(LIST))
    assert "Ông (bà) chưa gửi bài nào" in shown
    assert 'href="/cong-tac-vien/bai-moi/"' in shown
    assert "Bài của người khác" not in shown


def test_each_article_tells_where_it_stands(writer, chi, cast):
    returned = draft_of(chi, "Bài trả lại", status="submitted")
    returned.send_back(cast["thu_ky"], "Lý do cũ")
    returned.submit(chi)
    returned.send_back(cast["thu_ky"], "Thiếu nguồn ảnh")
    out = draft_of(chi, "Bài đã đăng", status="published", published_at=ago(hours=1), views=1846)
    gone = draft_of(chi, "Bài đã gỡ", status="withdrawn", withdrawal_note="Bài trùng")
    shown = text(writer.get(LIST))
    assert "Thiếu nguồn ảnh" in shown
    assert "Lý do cũ" not in shown
    assert "1.846 lượt xem" in shown
    assert f'href="{out.get_absolute_url()}"' in shown
    assert "Bài trùng" in shown
    assert f'href="{gone.get_absolute_url()}"' not in shown


def test_what_is_not_public_now_has_no_public_link(writer, chi):
    waiting = draft_of(chi, "Chờ giờ", status="published", published_at=ago(hours=-2))
    over = draft_of(
        chi, "Hết hạn", status="published", published_at=ago(hours=2), expires_at=ago(hours=1)
    )
    shown = text(writer.get(LIST))
    for article in (waiting, over):
        assert f'href="{article.get_absolute_url()}"' not in shown
        assert f'href="{page(article)}"' in shown


def test_it_is_narrowed_down_by_state_and_the_bin_is_asked_for(writer, chi):
    states = {
        "nhap": draft_of(chi, "Một bài nháp"),
        "cho-duyet": draft_of(chi, "Một bài chờ", status="submitted"),
        "hen-gio": draft_of(chi, "Hẹn", status="published", published_at=ago(hours=-1)),
        "da-dang": draft_of(chi, "Đăng", status="published", published_at=ago(hours=1)),
        "thung-rac": draft_of(chi, "Bỏ", status="binned"),
    }
    for word, article in states.items():
        assert list(writer.get(f"{LIST}?xem={word}").context["page_obj"]) == [article], word
    everything = writer.get(LIST)
    assert set(everything.context["page_obj"]) == set(states.values()) - {states["thung-rac"]}
    counts = {choice.label: choice.count for choice in everything.context["choices"]}
    assert counts == {
        "Tất cả": 4,
        "Nháp": 1,
        "Chờ duyệt": 1,
        "Hẹn giờ": 1,
        "Đã đăng": 1,
        "Thùng rác": 1,
    }
    assert "Không có bài nào ở trạng thái này" in text(writer.get(f"{LIST}?xem=da-go"))


@pytest.mark.parametrize("query", ["?xem=draft", "?trang=0", "?trang=x", "?trang=99", "?xem=%00"])
def test_an_address_that_means_nothing_is_not_found(writer, query):
    assert writer.get(LIST + query).status_code == 404


def test_news_is_told_until_the_article_is_opened(writer, chi, cast):
    article = draft_of(chi, status="submitted")
    draft_of(chi, "Bài khác", status="submitted")
    article.approve(cast["thu_ky"])
    article.send_back(cast["thu_ky"], "Thiếu ảnh")
    shown = writer.get(LIST)
    assert [record.step for record in shown.context["news"]] == ["send_back"]
    assert "Mới từ tòa soạn" in text(shown)
    writer.get(page(article))
    assert writer.get(LIST).context["news"] == []
    assert not Notification.objects.unread_by(chi).exists()


def test_an_editors_desk_news_of_others_stays_out(cast):
    lan, chi = cast["thu_ky"], cast["cong_tac_vien"]
    draft_of(chi).submit(chi)
    assert Notification.objects.unread_by(lan).exists()
    client = Client()
    client.force_login(lan)
    assert client.get(LIST).context["news"] == []


def test_texts_never_saved_stand_above_the_list(writer, chi):
    kept = Autosave.objects.keep(chi, Article, None, "khoa", {"title": ["Bài gõ dở"]})
    shown = text(writer.get(LIST))
    assert "Bài gõ dở" in shown
    assert f"?ban-go-do={kept.pk}" in shown


def test_pages_and_queries_do_not_grow_with_the_list(
    writer, chi, cast, django_assert_max_num_queries
):
    for number in range(25):
        article = draft_of(chi, f"Bài {number}", status="submitted")
        article.send_back(cast["thu_ky"], "Thiếu ảnh")
    with django_assert_max_num_queries(16):
        first = writer.get(LIST)
    assert len(first.context["page_obj"].object_list) == 20
    assert "?trang=2" in text(first)
    assert len(writer.get(f"{LIST}?trang=2").context["page_obj"].object_list) == 5


def test_long_words_and_hostile_titles_are_text(writer, chi):
    draft_of(chi, "<script>alert(1)</script> " + "nghiêng" * 60)
    assert "<script>alert" not in text(writer.get(LIST))


def test_writers_land_here_and_find_it_from_their_profile(client, cast):
    for role, landing in {"cong_tac_vien": LIST, "bien_tap_vien": "/tai-khoan/"}.items():
        person = cast[role]
        password = f"{person.username}-{person.username}-1"
        client.logout()
        response = client.post(
            "/tai-khoan/dang-nhap/", {"username": person.username, "password": password}
        )
        assert response["Location"] == landing, role
        assert f'href="{LIST}"' in text(client.get("/tai-khoan/"))
    client.force_login(cast["bao_cao_vien"])
    assert f'href="{LIST}"' not in text(client.get("/tai-khoan/"))
