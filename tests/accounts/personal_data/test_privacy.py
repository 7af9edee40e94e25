"""The privacy page says what the jobs do."""

from datetime import timedelta

import pytest

from accounts.models import lists, requests
from accounts.privacy import span

pytestmark = pytest.mark.django_db


def test_it_tells_the_very_numbers(client, monkeypatch):
    monkeypatch.setattr(requests, "KEPT", timedelta(days=77))
    monkeypatch.setattr(lists, "KEPT", timedelta(days=33))
    response = client.get("/quyen-rieng-tu/")
    page = response.content.decode()
    assert "77 ngày kể từ khi gửi" in page
    assert "33 ngày" in page
    assert "public" in response["Cache-Control"]
    assert not response.cookies


def test_the_footer_leads_to_it(client):
    assert 'href="/quyen-rieng-tu/"' in client.get("/").content.decode()


def test_spans_are_words():
    assert (span(timedelta(days=90)), span(timedelta(hours=12))) == ("90 ngày", "12 giờ")
