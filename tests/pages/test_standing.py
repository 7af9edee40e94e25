"""Standing pages: /trang/gioi-thieu/."""

import pytest
from django.db import IntegrityError

from pages.models import StandingPage
from tests.factories import ago

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unkept")]


def make_page(title="Giới thiệu", **fields):
    return StandingPage.objects.create(
        **{
            "title": title,
            "slug": "gioi-thieu",
            "body": "<h2>Chức năng</h2><script>alert(1)</script>",
            "status": "published",
            "published_at": ago(hours=1),
            **fields,
        }
    )


def test_it_shows_its_text_cleaned(client):
    make_page(lead="Cơ quan tham mưu")
    text = client.get("/trang/gioi-thieu/").content.decode()
    assert "<h2>Chức năng</h2>" in text
    assert "Cơ quan tham mưu" in text
    assert "alert(1)" not in text


@pytest.mark.parametrize("status", ["draft", "submitted", "approved"])
def test_what_is_not_published_is_not_there(client, status):
    make_page(status=status)
    assert client.get("/trang/gioi-thieu/").status_code == 404


def test_what_was_withdrawn_is_gone_with_its_note(client):
    make_page(status="withdrawn", withdrawal_note="Đã hợp nhất vào trang mới")
    response = client.get("/trang/gioi-thieu/")
    assert response.status_code == 410
    assert "Đã hợp nhất" in response.content.decode()


def test_a_former_address_leads_to_the_present_one(client):
    page = make_page()
    page.remember(None, new=True)
    page.slug = "gioi-thieu-chung"
    page.save()
    response = client.get("/trang/gioi-thieu/")
    assert response.status_code == 301
    assert response["Location"] == "/trang/gioi-thieu-chung/"
    StandingPage.objects.update(status="draft")
    assert client.get("/trang/gioi-thieu/").status_code == 404


def test_a_working_copy_has_the_same_address_and_shows_nowhere(client, administrator):
    copy = make_page().make_copy(administrator)
    copy.title = "Đang sửa"
    copy.save()
    assert "Đang sửa" not in client.get("/trang/gioi-thieu/").content.decode()
    copy.replace(administrator)
    assert "Đang sửa" in client.get("/trang/gioi-thieu/").content.decode()


def test_two_pages_never_share_an_address():
    make_page()
    with pytest.raises(IntegrityError, match="slug_once"):
        make_page("Trang khác")


def test_its_versions_are_kept_and_restored(administrator):
    page = make_page()
    page.remember(administrator, new=True)
    page.body = "<p>Bản mới</p>"
    page.save()
    page.remember(administrator)
    page.restore(page.history.last(), administrator)
    page.refresh_from_db()
    assert "Chức năng" in page.body
