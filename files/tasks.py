"""Background work on uploaded files: one at a time, since each may take a lot of memory."""

import logging
from datetime import timedelta
from time import monotonic

from django.core.files.storage import default_storage
from django.utils import timezone
from procrastinate.contrib.django import app

from files import gate, reading
from files.models import StoredFile
from files.reading import ocr, soffice
from files.storage import FOLDER, pictures_folder

logger = logging.getLogger(__name__)

LOCK = "files"
A_RUN = 20  # files that one run of `read_waiting` takes up again
RUN_SECONDS = 50  # it is started every minute
NO_PICTURES = "Chưa có ảnh trang: máy chủ chưa cài LibreOffice."
# A note that says what was missing, and whether it is there now.
WAITS_FOR = {
    ocr.MISSING: ocr.is_installed,
    NO_PICTURES: soffice.program,
    soffice.MISSING.partition("{}")[0]: soffice.program,
}
SETTLED = timedelta(days=1)  # after which what nothing refers to is nobody's any more


@app.task(lock=LOCK)
def read_file(pk: int) -> None:
    """Read a file, let the gate judge it, and draw its pages; a broken file fails alone."""
    stored = StoredFile.objects.filter(pk=pk).exclude(content="").first()
    if stored is None or stored.state == StoredFile.State.REFUSED:
        return
    try:
        found = reading.run(stored.content.path, stored.kind)
    except reading.ReadingError as error:
        logger.warning("File %s could not be read: %s", pk, error)
        stored.locked().fail(str(error))
        return
    gate.judge(stored, found, reading.stamps_in(found.pages, found.ocr))
    draw(pk)


def draw(pk):
    """Pictures of the pages of a file that is clear."""
    stored = StoredFile.objects.clear().filter(pk=pk).first()
    if stored is None:
        return
    folder = default_storage.path(pictures_folder(stored.key))
    try:
        drawn = reading.draw(stored.content.path, stored.kind, folder)
    except reading.UnavailableError:
        StoredFile.objects.filter(pk=pk, note="").update(note=NO_PICTURES)
    except reading.ReadingError as error:
        logger.warning("File %s could not be drawn: %s", pk, error)
        StoredFile.objects.filter(pk=pk, note="").update(note=str(error)[:300])
    else:
        StoredFile.objects.filter(pk=pk).update(drawn=len(drawn))


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="read_waiting", lock=LOCK, pass_context=False)
def read_waiting(timestamp: int) -> None:
    """Read what an import stored, what a killed worker left, and what waited for a program."""
    for note, is_installed in WAITS_FOR.items():
        held_up = StoredFile.objects.filter(note__contains=note).exclude(content="")
        for stored in held_up[:A_RUN] if is_installed() else []:
            stored.read_again()
    end = monotonic() + RUN_SECONDS
    while monotonic() < end and (stored := StoredFile.objects.waiting().first()):
        read_file.func(stored.pk)


@app.periodic(cron="41 2 * * *")
@app.task(queueing_lock="sweep_files", lock=LOCK, pass_context=False)
def sweep_files(timestamp: int) -> None:
    """Delete what nothing refers to: files of no page, bytes of no row."""
    for stored in StoredFile.objects.filter(state=StoredFile.State.REFUSED).exclude(content=""):
        stored.destroy()
    for stored in StoredFile.objects.unattached(before=timezone.now() - SETTLED):
        stored.forget()
    sweep_folder()


def sweep_folder():
    names = default_storage.listdir(FOLDER)[1] if default_storage.exists(FOLDER) else []
    old = timezone.now() - SETTLED
    for name in names:
        path = f"{FOLDER}/{name}"
        known = StoredFile.objects.filter(content=path).exists()
        if not known and default_storage.get_modified_time(path) < old:
            default_storage.delete(path)
