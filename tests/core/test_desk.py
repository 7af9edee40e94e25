"""The editor's desk: what there is to do, in numbers that lead to the lists behind them."""

import pytest
from django.utils import timezone

from core.desk import publications
from tests.factories import ago, make_article, make_document, make_person

pytestmark = pytest.mark.django_db


def numbers(client):
    """{panel: {kind: number}} as the desk shows them, each checked against its list."""
    found = {}
    for panel in client.get("/quan-tri/").context["work"]["panels"]:
        found[panel.label] = {
            count.label: count.number
            for count in panel.counts
            if count.label in ("bài viết", "văn bản")
        }
        for count in panel.counts:
            listed = client.get(count.url).context["cl"].queryset.count()
            assert listed == count.number, (panel.label, count.label)
    return found


def test_it_counts_what_waits_for_this_person_and_leads_to_it(client, cast):
    lan, minh = cast["bien_tap_vien"], cast["thu_ky"]
    make_article(status="submitted")
    make_article(status="approved")
    make_document(status="approved")
    make_article(status="returned", created_by=lan)
    make_article(published_at=ago(hours=-3))
    make_article(published_at=timezone.now(), review_by=ago(days=1).date())
    client.force_login(lan)
    assert numbers(client) == {
        "Chờ tôi xử lý": {"bài viết": 0, "văn bản": 0},
        "Trả lại cho tôi": {"bài viết": 1, "văn bản": 0},
        "Sắp đăng theo hẹn": {"bài viết": 1, "văn bản": 0},
        "Đăng hôm nay": {"bài viết": 1, "văn bản": 0},
        "Quá ngày xem lại": {"bài viết": 1, "văn bản": 0},
    }
    client.force_login(minh)
    found = numbers(client)
    assert found["Chờ tôi xử lý"] == {"bài viết": 2, "văn bản": 1}
    assert found["Trả lại cho tôi"] == {"bài viết": 0, "văn bản": 0}


def test_what_one_is_told_of_stands_on_it_until_it_is_opened(client):
    lan, minh = make_person("lan", "bien_tap_vien"), make_person("minh", "thu_ky")
    article = make_article("Bài của Lan", status="submitted", created_by=lan)
    article.send_back(minh, "Thiếu ảnh minh họa")
    client.force_login(lan)
    text = client.get("/quan-tri/").content.decode()
    assert "Thông báo chưa xem (1)" in text
    assert "Thiếu ảnh minh họa" in text
    client.get(f"/quan-tri/news/article/{article.pk}/change/")
    assert "Thông báo chưa xem (0)" in client.get("/quan-tri/").content.decode()


def test_more_work_costs_no_more_queries(client, django_assert_max_num_queries):
    lan, minh = make_person("lan", "bien_tap_vien"), make_person("minh", "thu_ky")
    for _ in range(8):
        make_article(status="submitted", created_by=lan).send_back(minh, "Thiếu ảnh")
    client.force_login(lan)
    with django_assert_max_num_queries(84):
        client.get("/quan-tri/")
    with django_assert_max_num_queries(20):
        client.get("/quan-tri/news/article/")


def test_the_usual_list_of_the_admin_stands_below(client, administrator):
    client.force_login(administrator)
    assert 'class="app-news module' in client.get("/quan-tri/").content.decode()


def test_every_kind_of_publication_is_on_it():
    assert {model._meta.label for model in publications()} >= {"news.Article", "documents.Document"}
