"""What a writer types outlives crashes, lost connections and expired sessions."""

import pytest
from django.test import Client

from core.autosave import Autosave, Presence
from news.models import Article
from tests.accounts.contributions import NEW, SAVE, a_new_one, draft_of, page, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def chi(cast):
    return cast["cong_tac_vien"]


@pytest.fixture
def writer(client, chi):
    client.force_login(chi)
    return client


def test_what_is_typed_is_kept_and_offered_again(writer, chi):
    article = draft_of(chi, "Tên cũ")
    data = typed(writer.get(page(article)).context["form"], title="Tên đang gõ", words="Nhắn dở")
    answer = writer.post(SAVE, data | {"_object": article.pk}).json()
    assert answer["saved_at"]
    assert answer["version"] == article.version
    article.refresh_from_db()
    assert article.title == "Tên cũ"
    kept = Autosave.objects.get()
    assert f"?ban-go-do={kept.pk}" in writer.get(page(article)).content.decode()
    back = writer.get(f"{page(article)}?ban-go-do={kept.pk}").context["form"]
    assert back["title"].value() == "Tên đang gõ"
    assert back["words"].value() == "Nhắn dở"
    writer.post(page(article), typed(back, _send="1"))
    article.refresh_from_db()
    assert (article.title, article.status) == ("Tên đang gõ", "submitted")
    assert not Autosave.objects.exists()


def test_a_new_text_is_kept_before_it_was_ever_saved(writer):
    first, second = (writer.get(NEW).context["form_key"] for _ in range(2))
    for key, title in ((first, "Bài A"), (second, "Bài B")):
        writer.post(SAVE, {"_object": "", "form_key": key, "title": title, "body": "<p>Dở</p>"})
    kept = Autosave.objects.get(form_key=first)
    shown = writer.get(f"{NEW}?ban-go-do={kept.pk}")
    assert shown.context["form_key"] == first
    assert shown.context["form"]["title"].value() == "Bài A"
    writer.post(NEW, a_new_one(title="Bài A", form_key=first))
    assert Article.objects.get().title == "Bài A"
    assert Autosave.objects.get().form_key == second


def test_a_refused_save_keeps_what_was_kept(writer):
    writer.post(SAVE, {"_object": "", "form_key": "khoa", "title": "", "body": "<p>Dở</p>"})
    assert writer.post(NEW, a_new_one(title="", form_key="khoa")).status_code == 400
    assert Autosave.objects.get().data["body"] == ["<p>Dở</p>"]


def test_it_is_read_as_text_and_thrown_away(writer):
    data = {"title": "Tên", "body": "<p>Đoạn <script>x</script>một</p>", "words": "Nhắn"}
    writer.post(SAVE, {"_object": "", "form_key": "khoa", **data})
    kept = Autosave.objects.get()
    shown = writer.get(f"{SAVE}{kept.pk}/").content.decode()
    for words in ("Tên", "Đoạn", "một", "Nhắn"):
        assert words in shown
    assert "<script>x" not in shown
    assert writer.post(f"{SAVE}{kept.pk}/bo/")["Location"] == "/cong-tac-vien/"
    assert not Autosave.objects.exists()


def test_odd_bytes_and_numbers_are_no_error(writer):
    writer.post(SAVE, {"_object": "", "form_key": "k" * 99, "title": "a\0b"})
    assert Autosave.objects.get().data["title"] == ["ab"]
    for odd in ("x", "-1", "99999999999999999999", "²"):
        assert writer.get(f"{NEW}?ban-go-do={odd}").status_code == 200


def test_a_token_is_given_to_a_form_whose_person_signed_in_anew(chi):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(chi)
    assert strict.post(SAVE, {"_object": ""}).status_code == 403
    token = strict.get(SAVE).json()["token"]
    assert strict.post(SAVE, {"_object": "", "csrfmiddlewaretoken": token}).status_code == 200


def test_writer_and_editor_see_each_other(writer, chi, cast):
    article = draft_of(chi)
    writer.get(page(article))
    editor = Client()
    editor.force_login(cast["bien_tap_vien"])
    shown = editor.get(f"/quan-tri/news/article/{article.pk}/change/").content.decode()
    assert "Cũng đang mở: Chi" in shown
    assert writer.post(SAVE, {"_object": article.pk}).json()["others"] == ["Lan"]
    assert "Cũng đang mở: Lan" in writer.get(page(article)).content.decode()
    assert Presence.objects.count() == 2
