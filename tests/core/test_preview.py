"""The preview: the public page of what is not public, for those who may see it and no cache."""

import pytest
from django.core import signing

from core.preview import DAYS, SALT, signed_address
from pages.models import ColumnBlock
from tests.factories import make_article, make_attachment, make_document, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_article("Bài chưa đăng", tags=["giao ban"], status="draft", published_at=None)


def admin(publication, *parts):
    meta = publication._meta
    return "/".join(
        ["/quan-tri", meta.app_label, meta.model_name, str(publication.pk), "xem-truoc", *parts, ""]
    )


def is_private(response):
    assert response.status_code == 200
    assert response["Cache-Control"].startswith("private, no-store")
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
    assert "ETag" not in response
    return True


def test_it_is_the_page_that_the_public_will_see(client, editor, draft):
    ColumnBlock.objects.create(component="links")  # the newest beside it would tell them apart
    client.force_login(editor)
    preview = client.get(admin(draft, "trang"))
    assert is_private(preview)
    draft.refresh_from_db()
    assert draft.published_at is None
    published_at = preview.context["article"].published_at
    draft.status, draft.published_at = "published", published_at
    draft.save()
    client.logout()
    assert preview.content == client.get(draft.get_absolute_url()).content


def test_the_page_with_the_frames_holds_them_and_a_link_to_pass_on(client, editor, draft):
    client.force_login(editor)
    response = client.get(admin(draft))
    text = response.content.decode()
    assert text.count(f'<iframe src="{admin(draft, "trang")}"') == 2
    assert "frame-src 'self'" in response["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
    assert response["Cache-Control"].startswith("private, no-store")
    assert response.context["signed_url"].startswith("http")
    path = response.context["signed_url"].partition("/xem-truoc/")
    client.logout()
    assert is_private(client.get(f"/xem-truoc/{path[2]}"))


def test_only_those_who_see_it_in_the_admin_preview_it(client, cast, draft):
    for role, status in {"cong_tac_vien": 302, "bao_cao_vien": 302, "bien_tap_vien": 200}.items():
        client.force_login(cast[role])
        assert client.get(admin(draft, "trang")).status_code == status
        assert client.get(admin(draft)).status_code == status


def test_the_signed_link_needs_no_account_and_sets_no_cookie(client, draft):
    response = client.get(signed_address(draft))
    assert is_private(response)
    assert "Bài chưa đăng" in response.content.decode()
    assert response["Referrer-Policy"] == "no-referrer"
    assert not response.cookies


def test_the_signed_link_is_rendered_anew_each_time(client, draft):
    address = signed_address(draft)
    client.get(address)
    draft.title = "Tên đã sửa"
    draft.save()
    assert "Tên đã sửa" in client.get(address).content.decode()


def test_a_link_that_was_tampered_with_leads_nowhere(client, draft):
    other = make_article(status="draft")
    token = signed_address(draft).split("/")[2]
    forged = signed_address(other).split("/")[2].split(":")[0] + ":" + token.split(":", 1)[1]
    for wrong in (token[:-1], token + "x", forged, signing.dumps(["news.article", draft.pk])):
        assert client.get(f"/xem-truoc/{wrong}/").status_code == 404


def test_a_link_expires(client, draft, monkeypatch):
    monkeypatch.setattr(signing.time, "time", lambda: 1_700_000_000)
    token = signing.dumps(["news.article", draft.pk], salt=SALT)
    later = 1_700_000_000 + DAYS * 24 * 3600
    monkeypatch.setattr(signing.time, "time", lambda: later - 5)
    assert client.get(f"/xem-truoc/{token}/").status_code == 200
    monkeypatch.setattr(signing.time, "time", lambda: later + 5)
    response = client.get(f"/xem-truoc/{token}/")
    assert response.status_code == 410
    assert "hết hạn" in response.content.decode()


def test_a_copy_is_shown_in_the_place_of_its_original(client, db):
    lan = make_person("lan", "bien_tap_vien")
    paper = make_document(field="Khoa giáo")
    attachment = make_attachment(paper)
    copy = paper.make_copy(lan)
    copy.title = "Trích yếu mới"
    copy.save()
    text = client.get(signed_address(copy)).content.decode()
    assert "Trích yếu mới" in text
    assert f"-{paper.pk}/tep/{attachment.number}/" in text
    assert paper.title not in text


def test_a_paper_without_a_date_is_previewed(client, db):
    paper = make_document(status="draft", published_at=None)
    assert is_private(client.get(signed_address(paper)))
