"""The statistics in the admin."""

import pytest
from django.urls import reverse

from accounts.audit.models import Entry
from stats.models import VisitSummary
from tests.factories import ago

ROW = reverse("admin:stats_visitsummary_change", args=[True])


@pytest.fixture
def summary(db):
    return VisitSummary.objects.create(taken_at=ago(minutes=5), counted=12)


def test_an_administrator_sets_the_total_of_a_former_site(client, administrator, summary):
    client.force_login(administrator)
    client.post(ROW, {"starting_total": "30393569"})
    summary.refresh_from_db()
    assert (summary.starting_total, summary.counted) == (30_393_569, 12)
    entry = Entry.objects.get(action="starting_total")
    assert entry.words == "30.393.569"


@pytest.mark.parametrize("total", ["-1", "nhiều", ""])
def test_what_is_no_number_is_refused(client, administrator, summary, total):
    client.force_login(administrator)
    assert client.post(ROW, {"starting_total": total}).status_code == 200
    summary.refresh_from_db()
    assert summary.starting_total == 0


def test_an_editor_may_look_and_not_change(client, editor, summary):
    client.force_login(editor)
    assert client.get(ROW).status_code == 200
    assert client.post(ROW, {"starting_total": "5"}).status_code == 403
