"""The two working days of a request about personal data, and the days on which nobody works."""

from datetime import date, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from accounts.models import DataRequest, Holiday

pytestmark = pytest.mark.django_db


@pytest.fixture
def known_holidays():
    """As the migration brings them; a test that commits has emptied the table since."""
    if not Holiday.objects.exists():
        import_module("accounts.migrations.0014_holidays").fill(apps, None)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2026, 11, 23), date(2026, 11, 25)),  # Monday
        (date(2026, 11, 26), date(2026, 11, 30)),  # Thursday
        (date(2026, 11, 27), date(2026, 12, 1)),  # Friday
        (date(2026, 11, 28), date(2026, 12, 1)),  # Saturday
        (date(2026, 11, 29), date(2026, 12, 1)),  # Sunday
        (date(2026, 12, 31), date(2027, 1, 5)),  # New Year is a Friday
        (date(2026, 4, 24), date(2026, 4, 29)),  # Hùng Vương on a Sunday: its Monday is off
        (date(2026, 4, 29), date(2026, 5, 5)),  # 30 April and 1 May, Thursday and Friday
        (date(2026, 8, 31), date(2026, 9, 4)),  # 2 September and the day before it
        (date(2026, 2, 13), date(2026, 2, 24)),  # Tết, Monday to Friday
        (date(2027, 2, 4), date(2027, 2, 15)),  # Tết from Friday on; Saturday and Sunday made up
        (date(2028, 1, 24), date(2028, 2, 2)),  # Tết from Tuesday to Saturday
        (date(2027, 4, 30), date(2027, 5, 5)),  # 1 May is a Saturday
    ],
)
def test_two_working_days_go_around_weekends_and_holidays(start, end, monkeypatch, known_holidays):
    monkeypatch.setattr("accounts.models.holidays.localdate", lambda: start)
    calendar = Holiday.objects.calendar()
    assert calendar.after(start, 2) == end
    assert calendar.days_until(end, start) == 2
    assert calendar.days_until(end, end) == 0
    assert calendar.days_until(start, end) == -1


def test_a_day_that_the_government_moved_is_set_in_the_admin(client, administrator):
    client.force_login(administrator)
    add = "/quan-tri/accounts/holiday/add/"
    client.post(add, {"day": "30/11/2026", "name": "Nghỉ hoán đổi"})
    client.post(add, {"day": "28/11/2026", "name": "Làm bù", "is_worked": "on"})
    friday = date(2026, 11, 27)
    assert Holiday.objects.calendar().after(friday, 2) == date(2026, 12, 1)
    assert "Làm bù" in client.get("/quan-tri/accounts/holiday/").content.decode()


def test_many_requests_read_the_holidays_once(
    client, administrator, speaker, editor, django_assert_num_queries
):
    client.force_login(administrator)
    page = "/quan-tri/accounts/datarequest/"
    later = localdate() + timedelta(days=5)
    DataRequest.objects.create(kind="deletion", asked_by=speaker, name="Giàng", due_on=later)
    client.get(page)
    with CaptureQueriesContext(connection) as one:
        client.get(page)
    for person in (editor, administrator):
        DataRequest.objects.create(kind="deletion", asked_by=person, name="x", due_on=later)
    with django_assert_num_queries(len(one)):
        client.get(page)
