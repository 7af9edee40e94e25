"""What stands around every page, and its preview."""

import time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.urls import reverse

from accounts.audit.models import Entry
from accounts.models import KeptForm
from core import editions
from pages.models import Banner, Notice, PictureLink, SiteSettings, Slide, Slogan
from tests.factories import ago, make_article

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unkept")]


def page(client, address="/"):
    return client.get(address).content.decode()


def test_of_the_slogans_that_run_the_one_that_began_last_is_shown(client):
    Slogan.objects.create(text="MỪNG ĐẢNG MỪNG XUÂN")
    Slogan.objects.create(text="NGÀY THÀNH LẬP QUÂN ĐỘI", starts_at=ago(days=2))
    Slogan.objects.create(text="ĐÃ QUA", starts_at=ago(days=1), ends_at=ago(hours=1))
    Slogan.objects.create(text="CHƯA ĐẾN", starts_at=ago(days=-1))
    for address in ("/", "/van-ban/"):
        assert "NGÀY THÀNH LẬP QUÂN ĐỘI" in page(client, address)
        assert not {"MỪNG ĐẢNG", "ĐÃ QUA", "CHƯA ĐẾN"} & set(page(client, address).split())


def test_without_a_slogan_there_is_no_empty_band(client):
    text = page(client)
    for name in ("slogan__text", "urgent", "slides__list", "picture-links"):
        assert name not in text


def test_urgent_news_has_an_end(client):
    Notice.objects.create(text="Bão số 9 đổi hướng", address="/tin-tuc/", ends_at=ago(hours=-1))
    Notice.objects.create(text="Đã tan", ends_at=ago(hours=1))
    assert 'href="/tin-tuc/">Bão số 9 đổi hướng</a>' in page(client, "/van-ban/")
    assert "Đã tan" not in page(client)
    with pytest.raises(ValidationError, match="kết thúc"):
        Notice(text="Mãi mãi").full_clean()
    with pytest.raises(IntegrityError, match="notice_ends"):
        Notice.objects.create(text="Mãi mãi")


def test_the_banner_takes_the_place_of_the_drum_with_words_of_its_own(client, add):
    assert "Mặt trời trống đồng" in page(client)
    Banner.objects.create(picture=add(), alt="Cờ Tổ quốc trên đỉnh núi")
    assert 'alt="Cờ Tổ quốc trên đỉnh núi"' in page(client)
    assert "Mặt trời trống đồng" not in page(client)


def test_a_slide_of_an_article_shows_only_while_the_article_is_public(client):
    article = make_article("Đại hội thành công")
    Slide.objects.create(article=article)
    Slide.objects.create(title="Bộ tài liệu", address="/bo-tai-lieu/")
    assert "Bộ tài liệu" in page(client)
    assert "slides" in page(client)
    type(article).objects.update(status="withdrawn")
    assert "Đại hội thành công" not in page(client)
    with pytest.raises(ValidationError, match="chọn một bài"):
        Slide(title="Không nơi nào").full_clean()


def test_a_picture_link_needs_words_for_its_picture(client, add):
    picture = add()
    link = PictureLink(title="Trường Sa", picture=picture, address="https://truongsa.vn/")
    with pytest.raises(ValidationError, match="mô tả"):
        link.full_clean()
    link.alt = "Trường Sa thân yêu"
    link.save()
    assert 'alt="Trường Sa thân yêu"' in page(client)
    with pytest.raises(IntegrityError, match="is_a_link"):
        PictureLink.objects.create(title="Xấu", address="javascript:alert(1)")


def test_the_footer_tells_what_was_given_and_nothing_else(client):
    SiteSettings.objects.create(
        license="12/GP-TTĐT",
        phone="0230.3850108; 0230.3850109",
        website="https://sonhai.example",
        zalo="https://zalo.me/1",
    )
    text = page(client)
    assert "Giấy phép số: 12/GP-TTĐT" in text
    assert '<a href="tel:02303850109">0230.3850109</a>' in text
    assert '<a href="https://zalo.me/1">Zalo</a>' in text
    assert "Fax" not in text
    assert "Chịu trách nhiệm" not in text


def test_it_is_shown_to_everybody_at_once(client, transactional_db, settings):
    """Whatever is edited raises the edition, so no kept page is shown again."""
    settings.PAGE_CACHE_BYTES = 1_000_000
    page(client)
    before = editions.current()
    for change in (
        lambda: SiteSettings.objects.create(name="Ban mới"),
        lambda: Slogan.objects.create(text="KHẨU HIỆU MỚI"),
        lambda: Notice.objects.create(text="Tin khẩn mới", ends_at=ago(hours=-1)),
        lambda: PictureLink.objects.create(title="Liên kết mới", address="/"),
    ):
        change()
        assert editions.current() != before
        before = editions.current()
    text = page(client)
    for words in ("Ban mới", "KHẨU HIỆU MỚI", "Tin khẩn mới", "Liên kết mới"):
        assert words in text


def test_an_end_is_a_moment_of_the_edition(transactional_db):
    before = editions.current()
    Slogan.objects.create(text="Sắp hết", ends_at=ago(seconds=-0.3))
    raised = editions.current()
    assert raised != before
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        if editions.current() != raised:
            return
        time.sleep(0.05)
    pytest.fail("the edition did not notice that the slogan's time was over")


def test_a_preview_shows_what_stands_in_the_form_and_stores_nothing(client, administrator):
    client.force_login(administrator)
    row = SiteSettings.objects.create()
    fields = {
        name: getattr(row, name)
        for name in ("kind_line", "cloth", "cloth_dark", "accent", "accent_dark")
    }
    look = reverse("admin:pages_sitesettings_look", args=[True])
    response = client.post(look, fields | {"name": "Ban Thử Nghiệm"})
    assert "Ban Thử Nghiệm" in response.content.decode()
    assert administrator.get_full_name() not in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert SiteSettings.objects.get().name != "Ban Thử Nghiệm"
    refused = client.post(look, fields | {"name": "Ban", "cloth": "#ffffff"})
    assert refused.status_code == 422
    assert "Không đủ tương phản" in refused.content.decode()


def test_a_row_that_is_not_stored_yet_has_a_preview_too(client, administrator):
    client.force_login(administrator)
    response = client.post(
        reverse("admin:pages_slogan_look", args=["them"]), {"text": "CHÀO NĂM MỚI"}
    )
    assert "CHÀO NĂM MỚI" in response.content.decode()
    assert not Slogan.objects.exists()


def test_who_changed_the_face_stands_in_the_audit_log(client, administrator):
    client.force_login(administrator)
    client.post(reverse("admin:pages_slogan_add"), {"text": "CHÀO MỪNG"})
    (entry,) = Entry.objects.filter(action="face")
    assert entry.label == "CHÀO MỪNG"


def test_the_settings_ask_for_the_password_again_and_lose_nothing(client, administrator):
    client.force_login(administrator)
    row = SiteSettings.objects.create(name="Ban cũ")
    session = client.session
    session["signed_in_at"] = 0
    session.save()
    change = reverse("admin:pages_sitesettings_change", args=[True])
    assert client.get(change)["Location"].startswith("/tai-khoan/xac-nhan/")
    answer = client.post(change, {"name": "Ban mới"})
    assert answer["Location"].startswith("/tai-khoan/xac-nhan/")
    assert ["name", "Ban mới"] in KeptForm.objects.get().fields
    row.refresh_from_db()
    assert row.name == "Ban cũ"
