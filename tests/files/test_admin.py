"""Files in the admin: sent with a paper, declared, refused, allowed."""

import runpy
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from documents.models import Attachment
from files.models import StoredFile
from tests.factories import make_attachment, make_document

pytestmark = pytest.mark.django_db

LIST = "/quan-tri/files/storedfile/"
HOSTILE = Path(settings.BASE_DIR).parent / "shared" / "hostile" / "make_files.py"
PDF = b"%PDF-1.7 van ban"


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def paper():
    return make_document("Kế hoạch", status="draft", published_at=None)


def page(paper):
    return f"/quan-tri/documents/document/{paper.pk}/change/"


def form(paper, rows):
    """The paper's form as a browser sends it, with these attachment rows."""
    data = {
        "title": paper.title, "kind": paper.kind_id, "issuer": paper.issuer_id,
        "audience": "public", "version": paper.version, "slug": paper.slug,
        "attachments-TOTAL_FORMS": len(rows), "attachments-INITIAL_FORMS": 0,
        "relations-TOTAL_FORMS": 0, "relations-INITIAL_FORMS": 0,
        "change_notes-TOTAL_FORMS": 0, "change_notes-INITIAL_FORMS": 0,
    }  # fmt: skip
    for number, row in enumerate(rows):
        defaults = {"title": "", "position": 0, "document": paper.pk}
        for name, value in (defaults | row).items():
            data[f"attachments-{number}-{name}"] = value
    return data


def send(client, paper, *rows):
    return client.post(page(paper), form(paper, rows))


def pdf(content=PDF, name="Kế hoạch.pdf"):
    return SimpleUploadedFile(name, content)


def errors(response):
    formset, *_ = response.context["inline_admin_formsets"]
    return [
        message for row in formset.formset.errors for found in row.values() for message in found
    ]


def test_several_files_come_in_with_a_paper_and_wait_in_quarantine(desk, editor, paper):
    response = send(
        desk, paper, {"upload": pdf(), "title": "Toàn văn"},
        {"upload": pdf(b"%PDF-1.7 phu luc", "Phụ lục.DOC"), "position": 1, "secrecy": "free"},
    )  # fmt: skip
    assert response.status_code == 302, errors(response)
    first, second = Attachment.objects.in_order()
    assert (first.title, first.name, first.number) == ("Toàn văn", "Kế hoạch.pdf", 1)
    assert (second.name, second.number) == ("Phụ lục.pdf", 2)
    assert first.stored.state == second.stored.state == "quarantined"
    assert (first.stored.declared_by, second.stored.declared_by) == (None, editor)
    text = desk.get(page(paper)).content.decode()
    assert "Chờ kiểm tra" in text
    assert first.stored.checksum in text


def test_what_the_sender_declares_secret_is_refused_and_not_kept(desk, paper):
    response = send(desk, paper, {"upload": pdf(), "secrecy": "secret"})
    assert "Luật 117/2025" in errors(response)[0]
    assert not Attachment.objects.exists()
    assert not default_storage.exists("files")
    assert StoredFile.objects.get().state == "refused"
    assert "đã bị từ chối" in errors(send(desk, paper, {"upload": pdf()}))[0]


def test_a_second_person_allows_what_was_refused_by_mistake(client, cast, paper):
    client.force_login(cast["bien_tap_vien"])
    send(client, paper, {"upload": pdf(), "secrecy": "secret"})
    stored = StoredFile.objects.get()
    allow = {"action": "allow", "_selected_action": [stored.pk]}
    client.post(LIST, allow)
    assert StoredFile.objects.get().state == "refused"
    client.force_login(cast["thu_ky"])
    client.post(LIST, allow)
    stored.refresh_from_db()
    assert (stored.state, stored.allowed_by) == ("allowed", cast["thu_ky"])
    assert send(client, paper, {"upload": pdf()}).status_code == 302
    assert StoredFile.objects.get().state == "quarantined"


def test_a_new_file_takes_the_place_and_number_of_an_old_one(desk, paper):
    attachment = make_attachment(paper)
    data = form(paper, [{"id": attachment.pk, "upload": pdf()}])
    assert desk.post(page(paper), data | {"attachments-INITIAL_FORMS": 1}).status_code == 302
    attachment.refresh_from_db()
    assert (attachment.number, attachment.name) == (1, "Kế hoạch.pdf")
    assert "Bản trước" in desk.get(page(paper)).content.decode()


def test_a_file_that_nobody_could_read_is_declared_later(desk, editor, paper):
    attachment = make_attachment(paper, state="unread")
    data = form(paper, [{"id": attachment.pk, "secrecy": "free"}])
    desk.post(page(paper), data | {"attachments-INITIAL_FORMS": 1})
    stored = StoredFile.objects.get()
    assert (stored.state, stored.declared_by) == ("clear", editor)


def test_the_same_bytes_elsewhere_are_pointed_out(desk, paper):
    make_attachment(make_document("Văn bản cũ"))
    make_attachment(paper)
    assert "Cũng có ở: Văn bản cũ" in desk.get(page(paper)).content.decode()


@pytest.mark.parametrize(
    ("upload", "reason"),
    [
        (pdf(b"MZ\x90\0", "van-ban.pdf"), "chương trình máy tính"),
        (pdf(b"<html><script>", "van-ban.pdf"), "trang web"),
        (pdf(b"", "van-ban.pdf"), "rỗng"),
        (pdf(PDF, "van-ban.exe"), "đuôi .exe"),
        (None, "Hãy chọn tệp"),
    ],
)
def test_what_is_no_paper_gets_a_clear_word_and_leaves_no_trace(desk, paper, upload, reason):
    row = {"title": "Phụ lục"} | ({"upload": upload} if upload else {})
    response = send(desk, paper, row)
    assert response.status_code == 200
    assert reason in errors(response)[0]
    assert "Phụ lục" in response.content.decode()
    assert not StoredFile.objects.exists()
    assert not default_storage.exists("files")


def test_a_name_loses_what_is_no_name(desk, paper):
    for name in ("../../etc/van ban.pdf", "a" * 300 + ".pdf"):
        send(desk, paper, {"upload": pdf(name.encode() and PDF + name.encode(), name)})
    names = {attachment.name for attachment in Attachment.objects.all()}
    assert "van ban.pdf" in names
    assert all(len(name.encode()) <= 205 and "/" not in name for name in names)


@pytest.mark.skipif(not HOSTILE.exists(), reason="the maker of hostile files is not here")
def test_hostile_papers_get_a_clear_word_or_wait_harmlessly(desk, paper, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["make_files.py", str(tmp_path)])
    runpy.run_path(str(HOSTILE), run_name="__main__")
    found = sorted(tmp_path.glob("paper-*"))
    assert found
    for path in found:
        response = send(desk, paper, {"upload": pdf(path.read_bytes(), path.name)})
        paper.refresh_from_db()
        if response.status_code == 200:
            assert errors(response)[0]
        else:
            assert response.status_code == 302
    assert not StoredFile.objects.clear().exists()


def test_the_list_of_files_is_for_looking(desk, paper):
    attachment = make_attachment(paper, error="Tệp hỏng.")
    text = desk.get(LIST).content.decode()
    assert "Tệp hỏng." in text
    one = desk.get(f"{LIST}{attachment.stored_id}/change/").content.decode()
    assert "Kế hoạch" in one
    desk.post(LIST, {"action": "read_again", "_selected_action": [attachment.stored_id]})
    assert StoredFile.objects.get().read_at is None
