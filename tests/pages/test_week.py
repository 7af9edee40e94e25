"""The public work calendar."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.utils.timezone import localdate

from pages.models import WorkEvent
from pages.models.week import week_url
from tests.factories import ago

pytestmark = pytest.mark.django_db
HERE = ZoneInfo("Asia/Ho_Chi_Minh")


def at(*when):
    return datetime(*when, tzinfo=HERE)


@pytest.fixture
def meeting():
    return WorkEvent.objects.create(
        title="Giao ban; tháng 11",
        starts_at=at(2026, 11, 23, 7, 30),  # Monday of week 48
        ends_at=at(2026, 11, 23, 9, 0),
        place="Phòng họp tầng 2",
        chair="Trưởng Ban",
    )


def test_a_week_shows_its_days_and_leads_to_weeks_that_have_something(client, meeting):
    WorkEvent.objects.create(title="Hội nghị", starts_at=at(2026, 12, 20, 14, 0))  # a Sunday
    WorkEvent.objects.create(title="Việc cũ", starts_at=at(2026, 9, 7, 0, 0))
    text = client.get("/lich-cong-tac/2026/48/").content.decode()
    for words in ("Thứ hai, 23/11/2026", "Giao ban; tháng 11", "Phòng họp tầng 2", "Sáng"):
        assert words in text
    assert "Hội nghị</h3>" not in text
    assert 'href="/lich-cong-tac/2026/51/"' in text
    assert 'href="/lich-cong-tac/2026/37/"' in text


def test_an_empty_week_says_so_and_ends_where_there_is_nothing_more(client, meeting):
    text = client.get("/lich-cong-tac/2027/1/").content.decode()
    assert "Tuần này chưa có lịch công tác" in text
    assert "/lich-cong-tac/2027/2/" not in text
    assert client.get("/lich-cong-tac/2020/53/").status_code == 200


@pytest.mark.parametrize("address", ["2026/54", "2027/53", "2026/0", "1999/1", "99999999/1"])
def test_a_week_that_no_calendar_has_is_not_found(client, address):
    assert client.get(f"/lich-cong-tac/{address}/").status_code == 404
    assert client.get(f"/lich-cong-tac/{address}/lich.ics").status_code == 404


def test_the_way_in_leads_to_this_week_and_is_kept_by_nobody(client):
    response = client.get("/lich-cong-tac/")
    assert response.status_code == 302
    assert response["Location"] == week_url(localdate())
    assert "no-store" in response["Cache-Control"]


def test_today_is_marked(client, unkept):
    WorkEvent.objects.create(title="Hôm nay họp", starts_at=ago(seconds=0))
    assert "day--today" in client.get(week_url(localdate())).content.decode()
    WorkEvent.objects.update(starts_at=ago(days=30))
    page = client.get(week_url(localdate() - timedelta(days=30)))
    assert "day--today" not in page.content.decode()


def test_midnight_around_an_event_is_a_moment_of_the_edition(transactional_db):
    def known():
        with connection.cursor() as cursor:
            cursor.execute("SELECT at FROM core_moment")
            return {moment.astimezone(HERE) for (moment,) in cursor}

    before = known()
    WorkEvent.objects.create(title="Mai họp", starts_at=at(2099, 3, 5, 8, 30))
    moments = known() - before
    assert len(moments) == 4
    assert sum((m.hour, m.minute, m.second) == (0, 0, 0) for m in moments) == 2


def test_calendars_get_it_as_a_file(client, meeting):
    for address in ("/lich-cong-tac/2026/48/lich.ics", "/lich-cong-tac/lich.ics"):
        response = client.get(address)
        text = response.content.decode()
        assert response["Content-Type"].startswith("text/calendar")
        assert r"SUMMARY:Giao ban\; tháng 11" in text
        assert "DTSTART:20261123T003000Z" in text
        assert "DESCRIPTION:Chủ trì: Trưởng Ban" in text
        assert text.count("BEGIN:VEVENT") == 1


def test_what_is_put_off_stays_and_says_so(client, meeting, unkept):
    WorkEvent.objects.update(is_cancelled=True)
    assert "Đã hoãn" in client.get("/lich-cong-tac/2026/48/").content.decode()
    assert "STATUS:CANCELLED" in client.get("/lich-cong-tac/lich.ics").content.decode()
