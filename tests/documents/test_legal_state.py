"""The legal state: what a paper is on a day, in lists and on its page."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from core import editions
from documents.models import Document, LegalState, Relation
from tests.factories import make_document

DAY = dt.date(2026, 5, 1)
BEFORE, AFTER = DAY - dt.timedelta(days=1), DAY + dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("fields", "replaced", "state"),
    [
        ({}, False, None),
        ({}, True, LegalState.REPLACED),
        ({"symbol": "1-HD/TU"}, False, LegalState.IN_FORCE),
        ({"effective_on": BEFORE}, False, LegalState.IN_FORCE),
        ({"effective_on": DAY}, False, LegalState.IN_FORCE),
        ({"effective_on": AFTER}, False, LegalState.NOT_YET),
        ({"symbol": "1-HD/TU", "effective_on": AFTER}, True, LegalState.REPLACED),
        ({"lapses_on": AFTER}, False, LegalState.IN_FORCE),
        ({"lapses_on": DAY}, False, LegalState.ENDED),
        ({"lapses_on": BEFORE}, True, LegalState.REPLACED),
        ({"lapses_on": BEFORE, "state_set": "in_force"}, True, LegalState.IN_FORCE),
        ({"state_set": "partly"}, False, LegalState.PARTLY),
        ({"symbol": "1-HD/TU", "state_set": "revoked"}, False, LegalState.REVOKED),
    ],
)
def test_the_state_follows_from_dates_and_relations_unless_an_editor_sets_it(
    fields, replaced, state
):
    assert Document(**fields).state_on(DAY, replaced=replaced) is state


@pytest.mark.django_db
def test_it_cannot_lapse_before_it_has_effect():
    with pytest.raises(ValidationError, match="phải sau ngày có hiệu lực"):
        Document(effective_on=DAY, lapses_on=DAY).validate_constraints()


@pytest.mark.django_db
def test_that_a_paper_waits_for_its_day_is_not_an_editors_to_set():
    assert "not_yet" not in dict(Document._meta.get_field("state_set").choices)


@pytest.fixture
def pair(db):
    """A paper and the one that replaces it."""
    old = make_document("Hướng dẫn cũ", symbol="50-HD/BTGTU", issued_on=BEFORE)
    new = make_document("Hướng dẫn mới", symbol="51-HD/BTGTU", issued_on=DAY)
    Relation.objects.create(source=new, kind="replaces", target=old)
    return old, new


def test_a_replaced_paper_keeps_its_address_and_points_to_the_new_one(client, pair):
    old, new = pair
    text = client.get(old.get_absolute_url()).content.decode()
    assert "Bị thay thế từ 01/05/2026" in text
    link = f'<a href="{new.get_absolute_url()}">Hướng dẫn <span class="symbol">51-HD/BTGTU</span>'
    assert link in text.replace("</span>\n", "</span>")
    assert "ngày 01/5/2026</a>" in text
    assert 'legislationLegalForce": "https://schema.org/NotInForce"' in text
    text = client.get(new.get_absolute_url()).content.decode()
    assert 'class="standing ' not in text
    assert 'legislationLegalForce": "https://schema.org/InForce"' in text


def test_the_list_shows_the_state_of_each(client, pair):
    states = {p.title: p.legal_state for p in client.get("/van-ban/").context["page_obj"]}
    assert states == {
        "Hướng dẫn cũ": LegalState.REPLACED,
        "Hướng dẫn mới": LegalState.IN_FORCE,
    }


@pytest.mark.parametrize(
    "hidden",
    [
        {"status": "draft"},
        {"audience": "members"},
        {"effective_on": timezone.localdate() + dt.timedelta(days=2)},
    ],
)
def test_one_that_is_not_public_or_not_yet_in_effect_replaces_nothing(client, pair, hidden):
    old, new = pair
    Document.objects.filter(pk=new.pk).update(**hidden)
    assert "Bị thay thế từ" not in client.get(old.get_absolute_url()).content.decode()
    states = [p.legal_state for p in client.get("/van-ban/").context["page_obj"]]
    assert LegalState.REPLACED not in states


def test_a_speaker_sees_what_a_members_paper_replaces(client, pair, speaker):
    old, new = pair
    Document.objects.filter(pk=new.pk).update(audience="members")
    client.force_login(speaker)
    assert "Bị thay thế từ" in client.get(old.get_absolute_url()).content.decode()
    states = {p.pk: p.legal_state for p in client.get("/van-ban/").context["page_obj"]}
    assert states[old.pk] is LegalState.REPLACED


def test_an_amended_paper_is_in_force_and_says_by_what(client, db):
    old, new = make_document(symbol="1-QĐ/TU"), make_document(symbol="2-QĐ/TU")
    Relation.objects.create(source=new, kind="amends", target=old)
    text = client.get(old.get_absolute_url()).content.decode()
    assert 'class="standing standing--in_force"' in text
    assert "Được sửa đổi, bổ sung bởi" in text
    assert new.get_absolute_url() in text


def test_briefing_papers_without_symbol_or_dates_are_no_legislation(client, db):
    text = client.get(make_document().get_absolute_url()).content.decode()
    assert '"@type": "CreativeWork"' in text
    assert "legislationLegalForce" not in text


@pytest.mark.django_db
def test_the_midnights_of_its_dates_are_moments_of_the_edition():
    day = timezone.localdate() + dt.timedelta(days=3)
    make_document(effective_on=day, lapses_on=day + dt.timedelta(days=1))
    with editions.connection.cursor() as cursor:
        cursor.execute("SELECT at FROM core_moment ORDER BY at")
        found = [timezone.localtime(at) for (at,) in cursor]
    assert [(at.date(), at.time()) for at in found][-2:] == [
        (day, dt.time()),
        (day + dt.timedelta(days=1), dt.time()),
    ]
