"""The organisation page, in two languages."""

import pytest

from pages.models import Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    unit = Unit.objects.create(
        name="Văn phòng", name_en="Office", duties="Văn thư, lưu trữ", phone="0230.3850108"
    )
    unit.contacts.create(name="Trần Minh Khuê", post="Chánh Văn phòng", post_en="Chief of Office")
    return unit


def test_units_stand_there_with_whom_to_ask(client, office):
    text = client.get("/co-cau-to-chuc/").content.decode()
    for words in ("Văn phòng", "Văn thư, lưu trữ", "Trần Minh Khuê", "Chánh Văn phòng"):
        assert words in text
    assert 'lang="en" hreflang="en">English</a>' in text


def test_the_english_page_says_that_it_is_english(client, office):
    text = client.get("/co-cau-to-chuc/en/").content.decode()
    assert '<div class="wrap" lang="en">' in text
    for words in ("Organisation", "Office", "Chief of Office"):
        assert words in text
    assert "Văn thư, lưu trữ" in text  # nobody wrote this in English yet
    assert '<p class="unit__who" lang="vi">Trần Minh Khuê</p>' in text


def test_without_units_there_is_a_sentence_and_no_english_page(client):
    assert "Chưa có thông tin" in client.get("/co-cau-to-chuc/").content.decode()
    assert client.get("/co-cau-to-chuc/en/").status_code == 404


def test_it_costs_the_same_few_queries_however_large_the_board_is(
    client, office, django_assert_max_num_queries
):
    for number in range(10):
        unit = Unit.objects.create(name=f"Phòng {number}")
        unit.contacts.create(name=f"Người {number}")
    with django_assert_max_num_queries(13):
        client.get("/co-cau-to-chuc/")
