"""Confirmations of reading, and the office's list of them."""

import csv
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from speakers.models import Confirmation, ReadingRequest
from tests.factories import make_document, make_person
from tests.speakers.areas import NEWEST, at, body, members_paper, told

REQUESTS = "/quan-tri/speakers/readingrequest/"


@pytest.fixture
def asked(db):
    return ReadingRequest.objects.create(document=members_paper("Đề cương"))


@pytest.fixture
def reader(client, speaker):
    client.force_login(speaker)
    return client


@pytest.fixture
def office(editor):
    client = Client()
    client.force_login(editor)
    return client


def confirm(client, asked):
    return client.post(f"/bao-cao-vien/xac-nhan/{asked.document_id}/")


def test_only_a_paper_that_asks_for_it_has_the_button(reader, asked):
    members_paper("Tham khảo")
    assert body(reader.get(NEWEST)).count("Xác nhận đã đọc<") == 1


def test_a_reading_is_confirmed_once(reader, asked, speaker):
    response = confirm(reader, asked)
    assert response["Location"].endswith(f"#tai-lieu-{asked.document_id}")
    assert "Đã ghi nhận" in told(response)
    assert "trước đó" in told(confirm(reader, asked))
    assert Confirmation.objects.get().person == speaker
    page = body(reader.get(NEWEST))
    assert "đã xác nhận đã đọc" in page
    assert "Xác nhận đã đọc<" not in page


def test_the_database_holds_one_confirmation_a_person(asked, speaker):
    asked.confirm(speaker)
    with pytest.raises(IntegrityError), transaction.atomic():
        Confirmation.objects.create(request=asked, person=speaker)


def test_another_persons_confirmation_is_not_mine(reader, asked):
    asked.confirm(make_person("nga", "bao_cao_vien"))
    assert "Xác nhận đã đọc<" in body(reader.get(NEWEST))


def test_after_the_last_day_it_is_still_taken(reader, asked):
    ReadingRequest.objects.update(until=date(2020, 1, 1))
    assert "đã quá hạn" in body(reader.get(NEWEST))
    assert "Đã ghi nhận" in told(confirm(reader, asked))


def test_a_paper_that_asks_for_nothing_takes_none(reader):
    paper = members_paper()
    assert reader.post(f"/bao-cao-vien/xac-nhan/{paper.pk}/").status_code == 404


def test_the_office_sees_who_has_and_who_has_not(office, asked, speaker, editor):
    nga = make_person("nga", "bao_cao_vien")
    gone = make_person("hoa", "bao_cao_vien")
    gone.is_active = False
    gone.save()
    former = make_person("sung", "bao_cao_vien")
    former.valid_until = date(2020, 1, 1)
    former.save()
    asked.confirm(speaker)
    page = body(office.get(f"{REQUESTS}{asked.pk}/nguoi-doc/"))
    waiting, done = page.split("<caption>Đã xác nhận</caption>")
    assert "Đã xác nhận 1, chưa xác nhận 1" in page
    assert nga.full_name in waiting.split("<caption>Chưa xác nhận</caption>")[1]
    assert speaker.full_name in done
    assert "Hoa" not in page
    assert "Sung" not in page
    assert body(office.get(REQUESTS)).count("Ai đã đọc") == 1


def test_an_editor_who_confirms_unasked_is_listed(office, asked, editor):
    asked.confirm(editor)
    page = body(office.get(f"{REQUESTS}{asked.pk}/nguoi-doc/"))
    assert "Đã xác nhận 1, chưa xác nhận 0" in page


def test_the_list_comes_as_csv_without_formulas(office, asked, speaker):
    speaker.full_name = "=HYPERLINK(1)"
    speaker.save()
    ReadingRequest.objects.update(until=date(2026, 1, 1))
    asked.confirm(speaker)
    Confirmation.objects.update(at=at(2026, 1, 1, 18))  # the second, here
    make_person("nga", "bao_cao_vien")
    response = office.get(f"{REQUESTS}{asked.pk}/nguoi-doc.csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(response.content.decode("utf-8-sig").splitlines()))
    by_name = {row[2]: row for row in rows[1:]}
    assert by_name["giang"][0] == "'=HYPERLINK(1)"
    assert by_name["giang"][4:] == ["Thứ sáu - 02/01/2026 01:00", "trễ"]
    assert by_name["nga"][4:] == ["", ""]


def test_the_list_is_for_the_office_alone(reader, asked, db):
    for address in (f"{REQUESTS}{asked.pk}/nguoi-doc/", f"{REQUESTS}{asked.pk}/nguoi-doc.csv"):
        assert reader.get(address).status_code == 302
    stranger = make_person("chi", "cong_tac_vien")
    stranger.is_staff = True
    stranger.save()
    reader.force_login(stranger)
    assert reader.get(f"{REQUESTS}{asked.pk}/nguoi-doc/").status_code == 403


def test_only_members_papers_are_asked_for_and_each_once(office, asked):
    public = make_document()
    for paper in (public, asked.document):
        response = office.post(f"{REQUESTS}add/", {"document": paper.pk})
        assert response.status_code == 200
    assert office.post(f"{REQUESTS}add/", {"document": members_paper().pk}).status_code == 302
    assert ReadingRequest.objects.count() == 2


def test_the_list_costs_the_same_for_many(office, asked, django_assert_max_num_queries):
    for number in range(20):
        asked.confirm(make_person(f"nguoi{number}", "bao_cao_vien"))
    with django_assert_max_num_queries(12):
        office.get(f"{REQUESTS}{asked.pk}/nguoi-doc/")
