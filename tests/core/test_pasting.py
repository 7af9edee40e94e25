"""The server's part of pasting: what came from Word goes out clean."""

import pytest
from django.test import Client

from core.admin_editor import MAX_PASTED
from news.models import Article
from tests.factories import make_person

pytestmark = pytest.mark.django_db
ADDRESS = "/quan-tri/news/article/dan/"
WORD = "<p class=MsoNormal style='font-family:\".VnTime\"'>Uû ban nh©n d©n<o:p></o:p></p>"


def test_text_of_old_fonts_comes_back_in_unicode_and_nothing_is_stored(client, editor):
    client.force_login(editor)
    answer = client.post(ADDRESS, {"html": WORD})
    assert answer.json() == {"html": "<p>Uỷ ban nhân dân</p>"}
    assert not Article.objects.exists()


def test_what_is_dangerous_does_not_come_back(client, editor):
    client.force_login(editor)
    html = '<p onclick="a()">a<script>b()</script><img src="https://evil.example/a.png"></p>'
    assert client.post(ADDRESS, {"html": html}).json() == {"html": "<p>a</p>"}
    assert client.post(ADDRESS).json() == {"html": ""}


def test_too_much_is_refused_with_a_sentence(client, editor):
    client.force_login(editor)
    answer = client.post(ADDRESS, {"html": "a" * (MAX_PASTED + 1)})
    assert answer.status_code == 400
    assert "quá dài" in answer.json()["error"]


def test_only_those_who_write_articles_may_ask(client, cast):
    assert client.post(ADDRESS, {"html": "a"}).status_code == 302
    for role, status in {"cong_tac_vien": 302, "bien_tap_vien": 200, "thu_ky": 200}.items():
        client.force_login(cast[role])
        assert client.post(ADDRESS, {"html": "a"}).status_code == status, role
    plain = make_person("ba", "cong_tac_vien")
    plain.is_staff = True
    plain.save()
    client.force_login(plain)
    assert client.post(ADDRESS, {"html": "a"}).status_code == 403


def test_it_takes_a_post_with_its_token_alone(client, editor):
    client.force_login(editor)
    assert client.get(ADDRESS).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)
    assert strict.post(ADDRESS, {"html": "a"}).status_code == 403
