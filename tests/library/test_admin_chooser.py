"""The dialog in which a picture is chosen for a text or a field."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.sanitise import clean_html
from library.admin.choosing import A_PAGE
from library.markup import figure
from tests.factories import make_person

pytestmark = pytest.mark.django_db
ADDRESS = "/quan-tri/library/picture/chon/"


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def names(response):
    return re.findall(r'data-name="([^"]*)"', response.content.decode())


def test_the_newest_come_first_and_words_find_any_spelling(desk, add):
    add("red", alt="Đại biểu biểu quyết")
    add("blue", alt="Toàn cảnh hội trường", credit="Trần Sơn")
    assert names(desk.get(ADDRESS)) == ["Toàn cảnh hội trường", "Đại biểu biểu quyết"]
    assert names(desk.get(ADDRESS, {"q": "dai bieu"})) == ["Đại biểu biểu quyết"]
    assert names(desk.get(ADDRESS, {"q": "trần sơn"})) == ["Toàn cảnh hội trường"]
    nothing = desk.get(ADDRESS, {"q": "<b>không có"}).content.decode()
    assert "Không có ảnh nào khớp với “&lt;b&gt;không có”" in nothing


def test_an_empty_library_says_so(desk):
    assert "Thư viện chưa có ảnh nào." in desk.get(ADDRESS).content.decode()


def test_a_page_takes_the_same_queries_however_many_pictures(desk, add):
    add("#000001")
    with CaptureQueriesContext(
        connection,
    ) as few:
        desk.get(ADDRESS)
    for number in range(2, A_PAGE + 3):
        add(f"#{number:06}")
    with CaptureQueriesContext(connection) as many:
        response = desk.get(ADDRESS)
    assert len(many) == len(few)
    assert len(names(response)) == A_PAGE
    assert len(names(desk.get(ADDRESS, {"trang": "2"}))) == 2
    assert desk.get(ADDRESS, {"trang": "x'"}).status_code == 200


def test_a_choice_carries_its_figure_as_texts_hold_it(desk, add):
    picture = add(alt='Đoàn "thăm" <b>', caption="Quang cảnh", credit="Trần Sơn")
    written = unescape(re.search(r'data-figure="([^"]*)"', desk.get(ADDRESS).content.decode())[1])
    assert written == figure(picture)
    assert (
        clean_html(written) == written.replace("&lt;b&gt;", "<b>") or clean_html(written) == written
    )
    assert f'srcset="{picture.srcset}"' in written
    assert "<figcaption>Quang cảnh. Ảnh: Trần Sơn</figcaption></figure>" in written


@pytest.mark.parametrize(
    ("caption", "credit", "said"),
    [
        ("Quang cảnh.", "Trần Sơn", "<figcaption>Quang cảnh. Ảnh: Trần Sơn</figcaption>"),
        ("Quang cảnh. Ảnh: Trần Sơn", "Trần Sơn", "<figcaption>Quang cảnh. Ảnh: Trần Sơn<"),
        ("", "Trần Sơn", "<figcaption>Ảnh: Trần Sơn</figcaption>"),
        ("Quang cảnh", "", "<figcaption>Quang cảnh</figcaption>"),
        ("", "", '"lazy"></figure>'),
    ],
)
def test_the_caption_tells_who_took_it_once(add, caption, credit, said):
    assert said in figure(add(caption=caption, credit=credit))


def test_it_is_for_those_who_may_see_the_library(client, cast):
    for role, status in {"bao_cao_vien": 302, "cong_tac_vien": 302, "bien_tap_vien": 200}.items():
        client.force_login(cast[role])
        assert client.get(ADDRESS).status_code == status, role
    person = make_person("ba", "cong_tac_vien")
    person.is_staff = True
    person.save()
    client.force_login(person)
    assert client.get(ADDRESS).status_code == 403


def test_forms_lead_to_it_where_their_person_may(desk, editor):
    page = desk.get("/quan-tri/news/article/add/").content.decode()
    assert page.count(f'data-library="{ADDRESS}"') == 2  # the text and its picture
