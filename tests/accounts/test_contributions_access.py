"""Who may do what in the contributors' area: every role at every address and every step."""

import pytest
from django.test import Client

from core.autosave import Autosave
from core.records import StepRecord
from core.workflow import ALL_STEPS
from news.models import Article
from tests.accounts.contributions import LIST, NEW, PICTURE, SAVE, WORD, draft_of, page
from tests.factories import ago, make_article, make_person

pytestmark = pytest.mark.django_db

WRITERS = {"cong_tac_vien", "bien_tap_vien", "thu_ky", "quan_tri"}
FIXED = [LIST, NEW, WORD, SAVE]
OF_AN_ARTICLE = [(), ("xem-truoc",)]
MAY_TAKE = {"submit", "bin", "recover"}


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def own_addresses(person):
    article = draft_of(person)
    kept = Autosave.objects.keep(person, Article, None, "khoa", {"title": ["Chữ"]})
    yield from FIXED
    yield from (page(article, *parts) for parts in OF_AN_ARTICLE)
    yield f"{SAVE}{kept.pk}/"


def test_each_role_opens_what_it_may_and_nobody_keeps_a_copy(cast):
    for role, person in cast.items():
        client = signed_in(person)
        for address in own_addresses(person):
            response = client.get(address)
            assert response.status_code == (200 if role in WRITERS else 403), (role, address)
            if role in WRITERS:
                assert response["Cache-Control"] == "private, no-store", address


def test_a_person_without_a_role_is_refused_everywhere(db):
    stranger = make_person("nga", "bao_cao_vien")
    stranger.groups.clear()
    client = signed_in(stranger)
    for address in [*own_addresses(stranger), PICTURE]:
        assert client.get(address).status_code == client.post(address).status_code == 403, address
    assert client.post(page(draft_of(stranger), "buoc", "submit")).status_code == 403


def test_those_who_are_not_signed_in_are_asked_to(client, cast):
    chi = cast["cong_tac_vien"]
    for address in [*own_addresses(chi), PICTURE, page(draft_of(chi), "buoc", "submit")]:
        for response in (client.get(address), client.post(address)):
            assert response.status_code == 302
            assert response["Location"] == f"/tai-khoan/dang-nhap/?next={address}"
            assert response["Cache-Control"] == "private, no-store"


def test_what_others_wrote_is_not_found_in_any_state_by_any_role(cast):
    owner = make_person("nga", "cong_tac_vien")
    kept = Autosave.objects.keep(owner, Article, None, "khoa", {"title": ["Riêng"]})
    for status in Article.Status.values:
        theirs = draft_of(owner, status=status, published_at=ago(hours=1))
        for role in WRITERS:
            client = signed_in(cast[role])
            for parts in OF_AN_ARTICLE:
                assert client.get(page(theirs, *parts)).status_code == 404, (role, status)
            assert client.post(page(theirs), {"title": "Cướp"}).status_code == 404
            assert client.post(SAVE, {"_object": theirs.pk, "title": "x"}).status_code == 404
            for name in [step.name for step in ALL_STEPS]:
                assert client.post(page(theirs, "buoc", name)).status_code == 404
            assert client.get(f"{SAVE}{kept.pk}/").status_code == 404
            assert client.post(f"{SAVE}{kept.pk}/bo/").status_code == 404
            assert theirs.title not in client.get(LIST).content.decode()
        theirs.refresh_from_db()
        assert (theirs.status, theirs.title) == (status, "Tọa đàm khoa giáo")
    assert not StepRecord.objects.exists()


@pytest.mark.parametrize("number", ["0", "99999999999999999999999"])
def test_a_number_that_is_nobodys_is_not_found(client, cast, number):
    client.force_login(cast["cong_tac_vien"])
    assert client.get(f"{LIST}{number}/").status_code == 404
    for odd in (number, "một", "²", "-1", "1 OR 1=1"):
        assert client.post(SAVE, {"_object": odd, "title": "x"}).status_code == 404


@pytest.mark.parametrize("step", ALL_STEPS, ids=lambda step: step.name)
def test_a_writer_takes_the_writers_steps_on_their_own_and_no_others(client, cast, step):
    chi = cast["cong_tac_vien"]
    client.force_login(chi)
    for status in Article.Status.values:
        out = ago(hours=1) if status in ("published", "withdrawn") else None
        own = draft_of(chi, status=status, published_at=out)
        response = client.post(page(own, "buoc", step.name), {"words": "Vì lý do này"})
        own.refresh_from_db()
        assert response.status_code == (302 if step.name in MAY_TAKE else 404)
        fits = step.name in MAY_TAKE and status in step.sources
        assert own.status == (step.target if fits else status), status
        assert StepRecord.objects.of(own).count() == fits


def test_steps_are_taken_by_post_alone(client, cast):
    own = draft_of(cast["cong_tac_vien"])
    client.force_login(cast["cong_tac_vien"])
    for address in (page(own, "buoc", "submit"), PICTURE, f"{SAVE}1/bo/"):
        assert client.get(address).status_code == 405
    own.refresh_from_db()
    assert own.status == "draft"


def test_a_form_of_another_site_does_nothing(cast):
    own = draft_of(cast["cong_tac_vien"])
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast["cong_tac_vien"])
    for address in (NEW, WORD, SAVE, PICTURE, page(own), page(own, "buoc", "submit")):
        assert strict.post(address).status_code == 403, address


def test_a_working_copy_is_no_contribution(client, cast):
    lan = cast["bien_tap_vien"]
    copy = make_article("Bài đang đăng").make_copy(lan)
    client.force_login(lan)
    assert client.get(page(copy)).status_code == 404
    assert not client.get(LIST).context["page_obj"].object_list


def test_a_writer_who_lost_the_role_is_out_at_once(client, cast):
    chi = cast["cong_tac_vien"]
    own = draft_of(chi)
    client.force_login(chi)
    assert client.get(page(own)).status_code == 200
    chi.groups.clear()
    assert client.get(page(own)).status_code == 403
    assert client.post(page(own, "buoc", "submit")).status_code == 403
