"""The schedule as a page and for calendars."""

import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from core import icalendar
from speakers.models import CalendarAddress, Conference
from tests.factories import ago, make_document
from tests.speakers.areas import SCHEDULE, at, body, make_conference, members_paper, told

CALENDAR = re.compile(r"(/bao-cao-vien/lich/\d+\.[\w-]+\.ics)")


@pytest.fixture
def reader(client, speaker):
    client.force_login(speaker)
    return client


def lines_of(text):
    """The content lines, unfolded; every rule of their form is checked."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def values_of(text):
    return dict(line.split(":", 1) for line in lines_of(text))


def test_what_is_to_come_stands_above_what_was_the_next_first(reader):
    make_conference("Đã họp", starts_at=ago(days=9))
    make_conference("Tháng sau", starts_at=ago(days=-30))
    make_conference("Tuần này", starts_at=ago(days=-3))
    make_conference("Đang họp", starts_at=ago(hours=1), ends_at=ago(hours=-1))
    page = body(reader.get(SCHEDULE))
    places = [page.index(name) for name in ("Đang họp", "Tuần này", "Tháng sau", "Đã họp</h3>")]
    assert places == sorted(places)


def test_a_conference_tells_when_where_and_which_papers(reader):
    papers = [members_paper("Đề cương"), make_document("Công văn"), make_document(status="draft")]
    make_conference(
        papers=papers,
        starts_at=at(2027, 1, 5, 1),
        ends_at=at(2027, 1, 5, 4),
        link="https://hop.example/abc",
        note="Mang theo sổ.",
    )
    page = body(reader.get(SCHEDULE))
    for words in ("Thứ ba - 05/01/2027 08:00", "11:00", "Hội trường", "hop.example", "sổ"):
        assert words in page
    assert "Đề cương" in page
    assert "Công văn" in page
    assert papers[2].title not in page


def test_a_conference_that_was_put_off_says_so(reader):
    make_conference(is_cancelled=True, link="https://hop.example/abc")
    page = body(reader.get(SCHEDULE))
    assert "Đã hoãn" in page
    assert "hop.example" not in page


def test_many_conferences_cost_as_many_queries_as_one(reader, django_assert_max_num_queries):
    for number in range(40):
        make_conference(papers=[members_paper()], starts_at=ago(days=20 - number))
    reader.get(SCHEDULE)
    with django_assert_max_num_queries(20):
        reader.get(SCHEDULE)
    assert reader.get(SCHEDULE, {"trang": "2"}).status_code == 404


def test_an_empty_schedule_says_so(reader):
    assert "Chưa có hội nghị nào" in body(reader.get(SCHEDULE))


@pytest.mark.parametrize(
    "wrong",
    [{"place": ""}, {"ends_at": ago(days=1)}],
)
def test_the_database_refuses_one_that_is_nowhere_or_ends_before_it_begins(db, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_conference(**wrong)
    fields = {"title": "Hội nghị", "starts_at": ago(hours=1), "place": "Hội trường"} | wrong
    with pytest.raises(ValidationError):
        Conference(**fields).full_clean()


def test_a_calendar_follows_the_standard(reader):
    title = "Hội nghị, giao ban; báo cáo viên \\ tháng mười một năm hai nghìn không trăm hai mươi"
    conference = make_conference(title, starts_at=at(2027, 1, 5, 1), note="Một\nHai")
    response = reader.get(conference.get_ics_url())
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    text = body(response)
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == 1
    values = values_of(text)
    assert values["DTSTART"] == "20270105T010000Z"
    assert values["DTEND"] == "20270105T050000Z"
    escaped = title.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    assert values["SUMMARY"] == escaped
    assert values["DESCRIPTION"] == "Một\\nHai"
    assert values["STATUS"] == "CONFIRMED"
    assert re.fullmatch(r"\d{8}T\d{6}Z", values["DTSTAMP"])


def test_a_changed_conference_keeps_its_number_and_raises_its_sequence(reader):
    conference = make_conference()
    before = values_of(body(reader.get(conference.get_ics_url())))
    moved = conference.updated_at + timedelta(minutes=5)
    Conference.objects.update(is_cancelled=True, updated_at=moved)
    after = values_of(body(reader.get(conference.get_ics_url())))
    assert before["UID"] == after["UID"]
    assert int(before["SEQUENCE"]) < int(after["SEQUENCE"])
    assert after["STATUS"] == "CANCELLED"


@pytest.mark.parametrize("line", ["", "a" * 75, "a" * 76, "Đ" * 200, "🥁" * 60, "a" + "ộ" * 74])
def test_lines_are_cut_between_letters(line):
    folded = icalendar.folded(line)
    assert folded.replace("\r\n ", "") == line
    assert all(len(part.encode()) <= 75 for part in folded.split("\r\n"))


def test_line_breaks_and_control_characters_end_no_line():
    assert icalendar.text("a\r\nEND:VEVENT\x00\x1b\rb") == "a\\nEND:VEVENT\\nb"


def test_a_telephone_fetches_the_schedule_by_a_personal_address(client, reader, speaker):
    make_conference("Giao ban", papers=[members_paper("Đề cương mật thiết")])
    make_conference("Năm kia", starts_at=ago(days=700))
    assert "đã tạo" in told(reader.post(f"{SCHEDULE}dia-chi/")).lower()
    address = CALENDAR.search(body(reader.get(SCHEDULE)))[1]
    client.logout()
    response = client.get(address)
    assert response["Cache-Control"] == "private, no-store"
    text = body(response)
    assert "Giao ban" in text
    assert "Năm kia" not in text
    assert "Đề cương" not in text
    assert not response.cookies


def test_an_address_ends_when_it_is_changed_withdrawn_or_its_person_goes(client, speaker):
    client.force_login(speaker)

    def address():
        client.post(f"{SCHEDULE}dia-chi/")
        return CalendarAddress.objects.get().get_absolute_url()

    first, second = address(), address()
    assert client.get(first).status_code == 404
    assert client.get(second).status_code == 200
    client.post(f"{SCHEDULE}dia-chi/bo/")
    assert client.get(second).status_code == 404
    third = address()
    speaker.valid_until = date(2020, 1, 1)
    speaker.save()
    assert client.get(third).status_code == 404
    speaker.valid_until = None
    speaker.save()
    assert client.get(third).status_code == 200
    speaker.groups.clear()
    assert client.get(third).status_code == 404


@pytest.mark.parametrize("token", ["1", "1.x", "1.", ".", "1-2.abc", "đ.x", "a" * 400])
def test_a_forged_address_leads_nowhere(client, db, token):
    assert client.get(f"{SCHEDULE}{token}.ics").status_code == 404
