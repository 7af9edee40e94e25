"""What a job makes of an upload: text, pages, pictures, or a clear error and nothing else."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from procrastinate.contrib.django.models import ProcrastinateJob

from documents.models import Attachment, Document
from files import gate, reading, tasks
from files.models import StoredFile
from files.reading import ocr
from tests.factories import ago, make_attachment, make_document
from tests.files.reading.makers import page_picture, saved

pytestmark = pytest.mark.django_db

DEMO = Path(settings.BASE_DIR) / "demo" / "files"


@pytest.fixture
def scan():
    """A page of text as a picture in a PDF, as a copier makes it."""
    if not ocr.is_installed():
        pytest.skip("tesseract with Vietnamese is not installed here")
    page = page_picture((90, 200, "Kế hoạch phòng chống thiên tai"))
    return saved(page, "PDF", resolution=150)


def sent(path_or_bytes, by=None, **options):
    content = path_or_bytes if isinstance(path_or_bytes, bytes) else path_or_bytes.read_bytes()
    upload = ContentFile(content, "tep")
    stored = gate.take_in(upload, reading.kind_of(upload), by, **options)
    attachment = Attachment(document=make_document("Hướng dẫn"))
    attachment.put(stored, f"tep{stored.extension}")
    return attachment


def read(attachment):
    tasks.read_file.func(attachment.stored_id)
    return StoredFile.objects.get(pk=attachment.stored_id)


def test_a_pdf_has_pages_with_text_and_pictures(client):
    attachment = sent(DEMO / "08-HD-BTGDVTU.pdf")
    assert ProcrastinateJob.objects.get(task_name="files.tasks.read_file").args == {
        "pk": attachment.stored_id
    }
    stored = read(attachment)
    assert (stored.state, stored.is_scan, stored.error) == ("clear", False, "")
    assert stored.page_count == stored.drawn >= 1
    assert client.get(attachment.get_picture_url(1)).getvalue().startswith(b"RIFF")
    page = client.get(attachment.document.get_absolute_url()).content.decode()
    assert f"{stored.page_count} trang" in page
    assert "Ảnh trang 1" in page
    word = stored.pages.first().text.split()[-1]
    assert [*Document.objects.matching(word)] == [attachment.document]


def test_a_word_file_has_a_reading(client):
    attachment = sent(DEMO / "118-CV-BTGDVTU.docx")
    stored = read(attachment)
    assert stored.state == "clear"
    assert "<p" in stored.html
    text = client.get(attachment.get_reading_url()).content.decode()
    assert "prose" in text
    assert "Tải tệp gốc" in text


def test_a_broken_file_fails_alone_with_its_reason():
    attachment = sent(b"%PDF-1.7 " + b"\xff" * 200)
    for _ in range(3):
        stored = read(attachment)
        assert stored.error
    assert (stored.state, stored.attempts, stored.drawn) == ("unread", 3, 0)
    assert not stored.pages.exists()


def test_a_scan_is_found_by_a_word_in_it_and_says_that_it_was_recognised(client, scan):
    attachment = sent(scan)
    stored = read(attachment)
    assert (stored.state, stored.is_scan, stored.is_recognised) == ("clear", True, True)
    assert [*Document.objects.matching("thien tai")] == [attachment.document]
    page = client.get(attachment.document.get_absolute_url()).content.decode()
    assert "bản quét" in page
    assert "văn bản nhận dạng" in page
    assert "có thể có chỗ sai" in client.get(attachment.get_reading_url()).content.decode()


def test_a_scan_waits_for_the_program_and_for_its_sender(scan, monkeypatch):
    attachment = sent(scan)
    told = reading.Reading(is_scan=True, note=ocr.MISSING, needs_declaration=True)
    monkeypatch.setattr(reading, "run", lambda *args: told)
    assert read(attachment).state == "unread"
    monkeypatch.undo()
    tasks.read_waiting.func(timestamp=0)
    stored = StoredFile.objects.get()
    assert (stored.state, stored.note) == ("clear", "")


def test_what_was_left_by_a_killed_worker_is_read_by_the_next_run():
    attachment = sent(DEMO / "118-CV-BTGDVTU.docx")
    tasks.read_waiting.func(timestamp=0)
    assert StoredFile.objects.get(pk=attachment.stored_id).state == "clear"


def test_the_nightly_sweep_ends_what_a_refusal_began_and_what_nobody_has():
    refused = make_attachment(make_document()).stored
    StoredFile.objects.update(state="refused")  # as if killed before the bytes were deleted
    default_storage.save("files/khong-ai-nho.pdf", ContentFile(b"%PDF-"))
    used = make_attachment(make_document(), content=b"%PDF-1.7 dung").stored
    default_storage.get_modified_time = lambda name: ago(days=2)
    try:
        tasks.sweep_files.func(timestamp=0)
    finally:
        del default_storage.get_modified_time
    assert default_storage.listdir("files")[1] == [used.content.name.removeprefix("files/")]
    refused.refresh_from_db()
    assert refused.content.name == ""
