"""Every address of a file, as every role, against papers of every state and audience."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from files.storage import picture_path
from tests.factories import ago, make_attachment, make_document, make_file

pytestmark = pytest.mark.django_db

STATES = {
    "published": {},
    "members": {"audience": "members"},
    "draft": {"status": "draft", "published_at": None},
    "submitted": {"status": "submitted", "published_at": None},
    "returned": {"status": "returned", "published_at": None},
    "approved": {"status": "approved", "published_at": None},
    "scheduled": {"published_at": ago(days=-1)},
    "expired": {"expires_at": ago(minutes=1)},
    "withdrawn": {"status": "withdrawn"},
    "binned": {"status": "binned", "published_at": None},
}
STAFF = {"bien_tap_vien", "thu_ky", "quan_tri"}
READERS = STAFF | {"bao_cao_vien"}
EVERYBODY = READERS | {"", "cong_tac_vien"}
WORDS = "Nội dung chỉ người có quyền mới đọc"


def expected(state, role):
    """What the file itself answers; 200 for those who may have it."""
    allowed = {"published": EVERYBODY, "members": READERS}.get(state, STAFF)
    gone = state in ("expired", "withdrawn")
    return 200 if role in allowed else 410 if gone else 404


def on_the_page(state, role):
    """What the reading answers: a page, so the admin's people see no more than others."""
    if state in ("published", "members"):
        return expected(state, role)
    return 410 if state in ("expired", "withdrawn") else 404


def with_page(document, **file):
    """An attachment with a picture and the text of its one page."""
    attachment = make_attachment(document, **{"page_count": 1, "drawn": 1, "has_text": True} | file)
    attachment.stored.pages.create(number=1, text=WORDS)
    default_storage.save(picture_path(attachment.stored.key, 1), ContentFile(b"RIFF0000WEBP"))
    return attachment


@pytest.mark.parametrize("state", STATES)
def test_each_role_reaches_just_what_it_may(client, cast, state):
    attachment = with_page(make_document("Văn bản kín", **STATES[state]))
    for role in EVERYBODY:
        client.logout()
        if role:
            client.force_login(cast[role])
        for address in (attachment.get_absolute_url(), attachment.get_picture_url(1)):
            response = client.get(address)
            assert response.status_code == expected(state, role), (role, address)
            assert response.status_code == 200 or b"%PDF" not in response.getvalue()
        response = client.get(attachment.get_reading_url())
        assert response.status_code == on_the_page(state, role), role
        assert (WORDS in response.content.decode()) == (response.status_code == 200), role


@pytest.mark.parametrize("state", ["quarantined", "unread"])
def test_what_is_not_clear_is_served_to_nobody(client, cast, state):
    attachment = with_page(make_document(), state=state)
    for person in (None, *cast.values()):
        client.logout()
        if person:
            client.force_login(person)
        for address in (
            attachment.get_absolute_url(),
            attachment.get_reading_url(),
            attachment.get_picture_url(1),
        ):
            assert client.get(address).status_code == 404, (person, address)
    client.logout()
    assert attachment.name not in client.get(attachment.document.get_absolute_url()).text


def test_no_other_address_leads_to_the_bytes(client):
    """Neither the storage's own names nor a guess at them."""
    attachment = with_page(make_document())
    stored = attachment.stored
    for path in (stored.content.name, picture_path(stored.key, 1)):
        for prefix in ("/", "/media/", "/static/", "/khong-co-dia-chi-truc-tiep/"):
            assert client.get(prefix + path).status_code == 404
    for number in ("0", "2", "999999999", "1/../1"):
        address = attachment.get_absolute_url().replace("/tep/1/", f"/tep/{number}/")
        assert client.get(address).status_code == 404
    for page in (0, 2, 10**8):
        assert client.get(attachment.get_picture_url(page)).status_code == 404


def test_an_earlier_version_is_for_those_who_work_in_the_admin(client, editor):
    attachment = with_page(make_document())
    attachment.put(make_file(b"%PDF-1.7 ban moi"), "ban-moi.pdf")
    (earlier,) = attachment.earlier_versions()
    address = f"{attachment.get_absolute_url()}?ban={earlier.pk}"
    assert client.get(address).status_code == 404
    client.force_login(editor)
    assert client.get(address).getvalue() == b"%PDF-1.7 thu"
    assert client.get(attachment.get_absolute_url()).getvalue() == b"%PDF-1.7 ban moi"
    assert client.get(f"{attachment.get_absolute_url()}?ban=x").status_code == 404


def test_a_file_is_a_download_that_no_browser_runs(client):
    attachment = make_attachment(make_document(), "Hướng dẫn số 5.pdf")
    response = client.get(attachment.get_absolute_url())
    assert response.getvalue() == b"%PDF-1.7 thu"
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''H%C6%B0")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert not response.cookies
    known = client.get(attachment.get_absolute_url(), headers={"if-none-match": response["ETag"]})
    assert known.status_code == 304


def test_a_part_of_it_is_sent_to_its_end(client):
    address = make_attachment(make_document()).get_absolute_url()
    response = client.get(address, headers={"range": "bytes=5-"})
    assert (response.status_code, response.getvalue()) == (206, b"1.7 thu")


def test_the_proxy_sends_the_bytes_where_there_is_one(client, settings):
    settings.ACCEL_PREFIX = "/noi-bo/"
    attachment = make_attachment(make_document(), "Hướng dẫn.pdf")
    response = client.get(attachment.get_absolute_url())
    assert response["X-Accel-Redirect"] == f"/noi-bo/{attachment.stored.content.name}"
    assert response.content == b""
    assert response["Content-Disposition"].startswith("attachment")
    hidden = make_attachment(make_document(audience="members"), content=b"%PDF-1.7 kin")
    assert "X-Accel-Redirect" not in client.get(hidden.get_absolute_url())
