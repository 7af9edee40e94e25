"""A board's own colours: readable, and in a stylesheet of their own."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError

from pages.colours import Colours, contrast
from pages.models import SiteSettings

GREEN = {"cloth": "#14532d", "cloth_dark": "#0b3019", "accent": "#166534"}


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_houses_own_colours_can_be_read_and_need_no_stylesheet(client, db):
    assert Colours().faults() == {}
    assert "/mau/" not in client.get("/").content.decode()


@pytest.mark.django_db
def test_colours_that_nobody_could_read_are_refused_with_the_ratio():
    with pytest.raises(ValidationError) as refused:
        SiteSettings(cloth="#ff9999", accent_dark="#333333").full_clean()
    messages = refused.value.message_dict
    assert "chữ trắng chỉ 2," in messages["cloth"][0]
    assert "chữ trên nền tối chỉ" in messages["accent_dark"][0]
    assert messages.keys() == {"cloth", "accent_dark"}


@pytest.mark.django_db
@pytest.mark.parametrize("colour", ["red", "#a5171", "#a5171c;}body{display:none"])
def test_the_database_takes_nothing_that_is_no_colour(colour):
    with pytest.raises(DatabaseError):
        SiteSettings.objects.create(cloth=colour)


@pytest.mark.django_db
def test_a_boards_colours_come_as_a_stylesheet_whose_address_names_them(client):
    SiteSettings.objects.create(**GREEN)
    page = client.get("/").content.decode()
    address = "/mau/14532d-0b3019-166534-ffb3a3.css"
    assert f'<link rel="stylesheet" href="{address}">' in page
    assert '<meta name="theme-color" content="#14532d"' in page
    response = client.get(address)
    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in response["Cache-Control"]
    assert "--mast:#14532d;" in response.content.decode()


def test_the_stylesheet_asks_no_database(client):
    assert client.get("/mau/a5171c-7d1015-a3161b-ffb3a3.css").status_code == 200


def test_there_is_a_stylesheet_only_of_what_can_be_read(client, db):
    assert client.get("/mau/ffffff-7d1015-a3161b-ffb3a3.css").status_code == 404
