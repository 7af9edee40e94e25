"""A file by its content: kept once, judged once, destroyed for a stamp of secrecy."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from core.records import Notification, StepRecord
from documents.models import Attachment
from files import gate
from files.models import StoredFile
from files.models.stored import RefusedFileError
from files.reading import Reading, Stamp, kind_of
from tests.factories import ago, make_attachment, make_document, make_file, make_person

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7 van ban"
STAMP = Stamp(page=1, line="TỐI MẬT", word="TỐI MẬT")


def keep(content=PDF, by=None):
    upload = ContentFile(content, "van-ban.pdf")
    return StoredFile.objects.keep(upload, kind_of(upload), by)


def reading(*pages, **fields):
    defaults = {"page_count": len(pages), "is_scan": False, "needs_declaration": False}
    return Reading(pages=list(pages), **defaults | fields)


def on_disk(stored):
    return default_storage.exists(stored.content.name)


def test_the_same_bytes_are_kept_once_and_wait_in_quarantine(editor):
    first, second = keep(by=editor), keep()
    assert first.pk == second.pk
    assert (first.state, first.uploaded_by) == ("quarantined", editor)
    assert len(default_storage.listdir("files")[1]) == 1


def test_what_was_read_without_a_stamp_is_clear_and_found_by_its_words():
    paper = make_document("Kế hoạch")
    stored = make_attachment(paper, state="quarantined").stored
    gate.judge(stored, reading("Phòng chống thiên tai", "", "Nơi nhận"), [])
    stored.refresh_from_db()
    assert (stored.state, stored.page_count, stored.has_text) == ("clear", 3, True)
    assert list(stored.pages.values_list("number", flat=True)) == [1, 3]
    assert [*type(paper).objects.matching("thien tai")] == [paper]


def test_a_stamp_destroys_the_file_and_leaves_its_checksum(
    editor, django_capture_on_commit_callbacks
):
    paper = make_document("Kế hoạch", created_by=editor)
    sender = make_person("nga", "bien_tap_vien")
    attachment = make_attachment(paper, "ke-hoach-tac-chien.pdf", state="quarantined")
    StoredFile.objects.update(uploaded_by=sender)
    stored = StoredFile.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        gate.judge(stored, reading("TỐI MẬT\nKế hoạch tác chiến"), [STAMP])
    assert not on_disk(stored)
    assert not Attachment.objects.exists()
    stored.refresh_from_db()
    assert (stored.state, stored.content.name, stored.pages.count()) == ("refused", "", 0)
    line = StepRecord.objects.get()
    assert stored.checksum in line.words
    assert "TỐI MẬT" in line.words
    assert attachment.name not in line.words
    assert line.who == "Hệ thống"
    assert {n.person for n in Notification.objects.all()} == {editor, sender}


def test_what_was_refused_comes_back_only_when_a_second_person_allowed_it(cast):
    lan, minh = cast["bien_tap_vien"], cast["thu_ky"]
    stored = keep(by=lan)
    gate.judge(stored, reading("MẬT"), [STAMP])
    with pytest.raises(RefusedFileError, match="đã bị từ chối lúc"):
        keep(by=lan)
    stored.refresh_from_db()
    with pytest.raises(RefusedFileError, match="khác người gửi"):
        stored.allow(lan)
    stored.allow(minh)
    again = keep(by=lan)
    assert (again.pk, again.state) == (stored.pk, "quarantined")
    assert on_disk(again)
    gate.judge(again, reading("MẬT"), [STAMP])
    again.refresh_from_db()
    assert again.state == "clear"


def test_what_the_sender_declares_secret_is_not_stored(editor):
    upload = ContentFile(PDF, "mat.pdf")
    StoredFile.objects.refuse_unseen(upload, kind_of(upload), editor)
    assert not default_storage.exists("files")
    with pytest.raises(RefusedFileError, match="bí mật nhà nước"):
        keep()


def test_a_clear_file_that_somebody_declares_secret_later_is_destroyed(
    editor, django_capture_on_commit_callbacks
):
    stored = make_file(PDF)
    upload = ContentFile(PDF, "mat.pdf")
    with django_capture_on_commit_callbacks(execute=True):
        StoredFile.objects.refuse_unseen(upload, kind_of(upload), editor)
    assert not on_disk(stored)
    assert StoredFile.objects.get().state == "refused"


def test_what_cannot_be_read_waits_for_a_declaration(editor):
    stored = keep()
    gate.judge(stored, reading(page_count=4, is_scan=True, needs_declaration=True), [])
    stored.refresh_from_db()
    assert stored.state == "unread"
    stored.declare(editor)
    assert (stored.state, stored.declared_by) == ("clear", editor)


def test_a_declaration_made_with_the_upload_clears_what_cannot_be_read(editor):
    stored = keep(by=editor)
    stored.declare(editor)
    assert stored.state == "quarantined"
    gate.judge(stored, reading(needs_declaration=True), [])
    stored.refresh_from_db()
    assert stored.state == "clear"


def test_three_failures_are_enough():
    stored = keep()
    for _ in range(3):
        assert stored in StoredFile.objects.waiting()
        stored.fail("Tệp hỏng.")
    assert (stored.state, stored.error) == ("unread", "Tệp hỏng.")
    assert stored not in StoredFile.objects.waiting()
    stored.read_again()
    assert stored in StoredFile.objects.waiting()


def test_a_replaced_file_keeps_its_number_and_its_earlier_version():
    attachment = make_attachment(make_document())
    first = attachment.stored
    attachment.put(make_file(b"%PDF-1.7 ban moi"), "ban-moi.pdf")
    assert (attachment.number, attachment.name) == (1, "ban-moi.pdf")
    (earlier,) = attachment.earlier_versions()
    assert (earlier.number, earlier.stored, earlier.name) == (1, first, "huong-dan.pdf")
    assert [a.pk for a in Attachment.objects.current()] == [attachment.pk]


def test_what_stands_on_no_page_is_swept_away_after_a_day(django_capture_on_commit_callbacks):
    used, unused, refused = make_attachment(make_document()).stored, keep(b"%PDF-1 a"), keep(PDF)
    refused.refuse("có dấu “MẬT”")
    StoredFile.objects.update(uploaded_at=ago(days=2))
    with django_capture_on_commit_callbacks(execute=True):
        for stored in StoredFile.objects.unattached(before=ago(days=1)):
            stored.forget()
    assert set(StoredFile.objects.all()) == {used, refused}
    assert not on_disk(unused)
    assert on_disk(used)
