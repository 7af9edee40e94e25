"""Several editors on one text, crashes and lost sessions: nothing typed is lost."""

import pytest
from django.test import Client

from core import editions
from core.autosave import Autosave, Presence
from news.models import Article
from tests.factories import ago, make_article, make_category, make_person
from tests.news.test_admin import page, told, typed

pytestmark = pytest.mark.django_db
ADD = "/quan-tri/news/article/add/"
SAVE = "/quan-tri/news/article/tu-luu/"


@pytest.fixture
def lan(db):
    return make_person("lan", "bien_tap_vien")


@pytest.fixture
def nga(db):
    return make_person("nga", "bien_tap_vien")


@pytest.fixture
def draft():
    return make_article("Tên cũ", status="draft")


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def autosave(client, publication=None, **data):
    return client.post(SAVE, {"_object": publication.pk if publication else "", **data})


def test_what_is_typed_is_kept_and_offered_again(lan, draft):
    client = signed_in(lan)
    data = typed(client, page(draft), title="Tên đang gõ", lead="Sa-pô dở")
    answer = autosave(client, draft, **data).json()
    assert answer["saved_at"]
    assert answer["version"] == draft.version
    draft.refresh_from_db()
    assert draft.title == "Tên cũ"
    kept = Autosave.objects.get()
    shown = client.get(page(draft)).content.decode()
    assert f"?ban-go-do={kept.pk}" in shown
    assert "Tên đang gõ" not in shown
    back = client.get(page(draft) + f"?ban-go-do={kept.pk}")
    form = back.context["adminform"].form
    assert form["title"].value() == "Tên đang gõ"
    assert form["lead"].value() == "Sa-pô dở"


def test_saving_what_was_taken_back_goes_on_with_the_form(lan, draft):
    client = signed_in(lan)
    autosave(client, draft, **typed(client, page(draft), title="Tên đang gõ"))
    back = page(draft) + f"?ban-go-do={Autosave.objects.get().pk}"
    response = client.post(back, typed(client, back) | {"_continue": "1"}, follow=True)
    assert response.status_code == 200
    assert response.context["adminform"].form["title"].value() == "Tên đang gõ"
    assert not Autosave.objects.exists()


def test_one_row_a_person_and_object_which_a_save_takes_away(lan, nga, draft):
    ours, theirs = signed_in(lan), signed_in(nga)
    for title in ("Một", "Hai"):
        autosave(ours, draft, title=title)
    autosave(theirs, draft, title="Ba")
    assert Autosave.objects.count() == 2
    ours.post(page(draft), typed(ours, page(draft), title="Hai"))
    assert Autosave.objects.get().person == nga


def test_people_who_leave_leave_what_they_typed(lan, nga, draft):
    for person in (lan, nga):
        autosave(signed_in(person), draft, title=f"Chữ của {person}")
        autosave(signed_in(person), title="Bài mới", form_key="mot-khoa")
        person.delete()
    assert Autosave.objects.filter(person=None).count() == 4


def test_forms_of_unsaved_articles_are_told_apart(lan):
    client = signed_in(lan)
    first, second = client.get(ADD).context["form_key"], client.get(ADD).context["form_key"]
    for key, title in ((first, "Bài A"), (second, "Bài B")):
        autosave(client, title=title, form_key=key)
    shown = client.get(ADD).content.decode()
    assert "“Bài A”" in shown
    assert "“Bài B”" in shown
    kept = Autosave.objects.get(form_key=first)
    back = client.get(f"{ADD}?ban-go-do={kept.pk}")
    assert back.context["form_key"] == first
    assert back.context["adminform"].form["title"].value() == "Bài A"
    data = typed(client, ADD, title="Bài A", category=make_category().pk)
    client.post(ADD, data | {"form_key": first})
    assert Article.objects.get().title == "Bài A"
    assert Autosave.objects.get().form_key == second


def test_several_values_and_two_part_fields_come_back(lan, draft):
    client = signed_in(lan)
    tag = draft.tags.create(name="giao ban", slug="giao-ban")
    times = {"source_published_at_0": "05/04/2024", "source_published_at_1": "08:30"}
    autosave(client, draft, title="x", tags=[tag.pk], **times)
    form = (
        client.get(page(draft) + f"?ban-go-do={Autosave.objects.get().pk}")
        .context["adminform"]
        .form
    )
    assert form["tags"].value() == [str(tag.pk)]
    assert form["source_published_at"].value() == ["05/04/2024", "08:30"]


def test_it_raises_no_edition_and_writes_no_version(transactional_db):
    client = signed_in(make_person("lan", "bien_tap_vien"))
    article = make_article()
    before = editions.current()
    autosave(client, article, title="Đang gõ")
    assert editions.current() == before
    assert not article.history.exists()
    assert Autosave.objects.exists()


def test_strangers_take_nothing_back(client, cast, nga, draft):
    lan = cast["bien_tap_vien"]
    autosave(signed_in(lan), draft, title="Riêng tôi")
    kept = Autosave.objects.get()
    theirs = signed_in(nga)
    assert "Riêng tôi" not in theirs.get(page(draft) + f"?ban-go-do={kept.pk}").content.decode()
    assert theirs.get(f"{SAVE}{kept.pk}/").status_code == 404
    assert theirs.post(f"{SAVE}{kept.pk}/bo/").status_code == 404
    assert autosave(client, draft, title="Không ai").status_code == 302
    for role in ("cong_tac_vien", "bao_cao_vien"):
        assert autosave(signed_in(cast[role]), draft, title="x").status_code == 302
    assert Autosave.objects.count() == 1


def test_text_typed_into_what_was_approved_meanwhile_can_still_be_read(cast):
    article = make_article(status="submitted")
    client = signed_in(cast["bien_tap_vien"])
    data = typed(client, page(article), lead="Câu vừa gõ", body="<p>Đoạn vừa gõ</p>")
    article.approve(cast["thu_ky"])
    autosave(client, article, **data)
    assert client.post(page(article), data).status_code == 403
    kept = Autosave.objects.get()
    assert f"{SAVE}{kept.pk}/" in client.get(page(article)).content.decode()
    shown = client.get(f"{SAVE}{kept.pk}/").content.decode()
    assert "Câu vừa gõ" in shown
    assert "Đoạn vừa gõ" in shown
    client.post(f"{SAVE}{kept.pk}/bo/")
    assert not Autosave.objects.exists()


def test_a_token_is_given_to_a_form_whose_person_signed_in_anew(lan, client):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(lan)
    assert strict.post(SAVE, {"_object": ""}).status_code == 403
    token = strict.get(SAVE).json()["token"]
    assert strict.post(SAVE, {"_object": "", "csrfmiddlewaretoken": token}).status_code == 200
    assert client.get(SAVE).status_code == 302


def test_one_sees_who_else_has_it_open(lan, nga, draft):
    ours, theirs = signed_in(lan), signed_in(nga)
    ours.get(page(draft))
    assert "Cũng đang mở: Lan" in theirs.get(page(draft)).content.decode()
    assert autosave(ours, draft).json()["others"] == ["Nga"]
    Presence.objects.filter(person=nga).update(seen_at=ago(minutes=2))
    assert autosave(ours, draft).json()["others"] == []


def test_a_save_on_top_of_a_newer_one_is_refused_with_both_texts(lan, nga, draft):
    ours, theirs = signed_in(lan), signed_in(nga)
    opened = typed(ours, page(draft), title="Tên của Lan", lead="Sa-pô của Lan")
    theirs.post(page(draft), typed(theirs, page(draft), title="Tên của Nga"))
    refused = ours.post(page(draft), opened)
    assert refused.status_code == 200
    text = refused.content.decode()
    assert "Nga đã lưu bản mới hơn" in text
    assert refused.context["conflict"] == [
        ("Tiêu đề", "Tên của Nga", "Tên của Lan"),
        ("Sa-pô", "Chiều nay, hội nghị bàn về công tác khoa giáo.", "Sa-pô của Lan"),
    ]
    draft.refresh_from_db()
    assert draft.title == "Tên của Nga"
    form = refused.context["adminform"].form
    assert form["title"].value() == "Tên của Lan"
    again = opened | {"version": form["version"].value()}
    assert "bài viết" in told(ours.post(page(draft), again))
    draft.refresh_from_db()
    assert draft.title == "Tên của Lan"
    titles = list(draft.history.order_by("history_id").values_list("title", flat=True))
    assert titles == ["Tên cũ", "Tên của Nga", "Tên của Lan"]


def test_it_is_refused_whatever_wrote_the_newer_one(lan, draft):
    client = signed_in(lan)
    opened = typed(client, page(draft), title="Tên của Lan")
    Article.objects.filter(pk=draft.pk).update(lead="Từ một lần nhập")
    assert client.post(page(draft), opened).context["conflict"]


def test_counters_refuse_no_save(lan, draft):
    client = signed_in(lan)
    opened = typed(client, page(draft), title="Tên của Lan")
    Article.objects.filter(pk=draft.pk).update(views=7)
    assert client.post(page(draft), opened).status_code == 302


def test_what_was_typed_before_a_crash_meets_what_others_saved_since(lan, nga, draft):
    """An autosave carries the version that it was typed on."""
    ours, theirs = signed_in(lan), signed_in(nga)
    autosave(ours, draft, **typed(ours, page(draft), title="Trước khi sập"))
    theirs.post(page(draft), typed(theirs, page(draft), title="Tên của Nga"))
    back = page(draft) + f"?ban-go-do={Autosave.objects.get().pk}"
    refused = ours.post(page(draft), typed(ours, back))
    assert refused.context["conflict"] == [("Tiêu đề", "Tên của Nga", "Trước khi sập")]
