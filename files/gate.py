"""What becomes of an upload once it was read: clear, or destroyed for a stamp of secrecy."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from procrastinate.contrib.django import app

from core.records import FILE_REFUSED, Notification, StepRecord
from files.models.stored import StoredFile, attachment_relations


def take_in(upload, kind, by, *, declared=False):
    """The StoredFile of an upload, which a job reads as soon as the transaction is committed.

    `declared`: the uploader answers for there being no state secret in it. Raises
    RefusedFileError for what was refused before.
    """
    stored = StoredFile.objects.keep(upload, kind, by)
    if declared and stored.declared_at is None:
        stored.declare(by)
    if stored.read_at is None:
        app.configure_task("files.tasks.read_file", lock="files").defer(pk=stored.pk)
    return stored


def judge(stored, reading, stamps):
    """Store the reading, or refuse the file for the first of its stamps (files.reading.Stamp)."""
    with transaction.atomic():
        row = stored.locked()
        if row.state == StoredFile.State.REFUSED:
            return
        if stamps and row.allowed_by_id is None:
            refuse(row, f"có dấu “{stamps[0].word}” ở trang {stamps[0].page}.")
        else:
            row.take_reading(reading)


def refuse(stored, reason):
    """Destroy it, take it off every page that has it, and tell those concerned."""
    for attachment in attachments_of(stored):
        if attachment.replaced_at is None:
            tell(attachment.owner, stored, reason)
        attachment.delete()
    stored.refuse(reason)


def attachments_of(stored):
    """Every row that attaches this file, whatever it is attached to."""
    for relation in attachment_relations():
        yield from relation.related_model.objects.filter(stored=stored)


def tell(publication, stored, reason):
    """A line in the publication's log, which its writer and the uploader see. It names the
    checksum and nothing else of the file (Law 117/2025)."""
    record = StepRecord.objects.create(
        content_type=ContentType.objects.get_for_model(publication),
        object_id=publication.pk,
        step=FILE_REFUSED,
        label="Từ chối tệp",
        source=publication.status,
        target=publication.status,
        words=f"Một tệp đã bị từ chối và hủy: {reason} Mã kiểm tra SHA-256: {stored.checksum}.",
    )
    record.notify()
    uploader = stored.uploaded_by
    if uploader and not record.notifications.filter(person=uploader).exists():
        Notification.objects.create(person=uploader, record=record)
