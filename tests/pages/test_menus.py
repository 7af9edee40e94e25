"""The menus: as the clerk ordered them, and which entry a page lies in."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from documents.models import Pack, Series
from pages import menu
from pages.models import MenuItem, StandingPage
from tests.factories import ago, make_category, make_document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unkept")]


def current_of(client, address):
    """The words of the entries that are marked."""
    response = client.get(address)
    found, url = response.context["face"].main_menu, response.context["current_section"]
    return [e.label for top in found for e in (top, *top.children) if url and e.url == url]


def test_without_any_entry_the_menu_shows_categories_and_papers(client):
    make_category("Giáo dục", parent=make_category("Khoa giáo"))
    main, foot = menu.entries([])
    assert [(top.label, [c.label for c in top.children]) for top in main] == [
        ("Khoa giáo", ["Giáo dục"]),
        ("Văn bản", []),
    ]
    assert "Quyền riêng tư" in [link.label for link in foot]


def test_entries_lead_to_anything_in_the_order_that_the_clerk_gave(client):
    page = StandingPage.objects.create(
        title="Giới thiệu", slug="gioi-thieu", status="published", published_at=ago(hours=1)
    )
    top = MenuItem.objects.create(label="Về chúng tôi", position=1)
    MenuItem.objects.create(parent=top, page=page)
    MenuItem.objects.create(parent=top, label="Bộ Chính trị", address="https://daihoi.example/")
    MenuItem.objects.create(category=make_category("Dân vận"), position=2)
    MenuItem.objects.create(place="documents", position=0)
    text = client.get("/").content.decode()
    places = [text.index(f">{words}<") for words in ("Văn bản", "Giới thiệu", "Dân vận")]
    assert places == sorted(places)
    assert 'href="https://daihoi.example/"' in text


def test_what_the_public_may_not_see_stands_in_no_menu(client):
    draft = StandingPage.objects.create(title="Chưa đăng", slug="chua-dang")
    top = MenuItem.objects.create(label="Giới thiệu chung")
    MenuItem.objects.create(parent=top, page=draft)
    series = Series.objects.create(name="Bản tin nội bộ", slug="ban-tin")
    MenuItem.objects.create(series=series)
    MenuItem.objects.create(pack=Pack.objects.create(title="Bộ nháp", slug="nhap"))
    text = client.get("/").content.decode()
    assert not [
        w for w in ("Chưa đăng", "Giới thiệu chung", "Bản tin nội bộ", "Bộ nháp") if w in text
    ]
    make_document(series=series)
    assert "Bản tin nội bộ" in client.get("/").content.decode()


def test_the_entry_is_marked_in_which_a_page_lies(client):
    make_category("Khoa giáo")
    assert current_of(client, "/tin-tuc/khoa-giao/") == ["Khoa giáo"]
    for address in ("/van-ban/", "/bo-tai-lieu/", "/an-pham/"):
        assert current_of(client, address) == ["Văn bản"]
    assert current_of(client, "/") == []
    assert current_of(client, "/thu-vien/") == []


def test_the_nearest_entry_is_marked_and_no_other(client):
    top = MenuItem.objects.create(place="documents")
    MenuItem.objects.create(parent=top, place="packs")
    assert current_of(client, "/bo-tai-lieu/") == ["Bộ tài liệu"]
    assert current_of(client, "/an-pham/") == ["Văn bản"]


def test_an_entry_leads_to_one_thing_and_lies_one_level_deep_at_most():
    top = MenuItem.objects.create(label="Giới thiệu")
    below = MenuItem.objects.create(parent=top, place="documents")
    for wrong in (
        MenuItem(place="documents", address="/tin-tuc/", label="Hai nơi"),
        MenuItem(parent=below, place="packs"),
        MenuItem(parent=top, label="Không nơi nào"),
        MenuItem(address="/tin-tuc/"),
        MenuItem(menu="footer", parent=top, place="packs"),
    ):
        with pytest.raises(ValidationError):
            wrong.full_clean()
    with pytest.raises(IntegrityError, match="leads_to_one"):
        MenuItem.objects.create(place="documents", address="/tin-tuc/")


def test_the_menu_costs_the_same_few_queries_however_long_it_is(django_assert_num_queries):
    for number in range(8):
        top = MenuItem.objects.create(label=f"Mục {number}")
        MenuItem.objects.create(parent=top, category=make_category(f"Chuyên mục {number}"))
    with django_assert_num_queries(1):
        menu.entries(list(MenuItem.objects.with_targets()))
