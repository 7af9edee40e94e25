"""The process that reads one file: `python -m files.reading FOLDER`, started by sandbox.

FOLDER holds job.json; the answer goes to answer.json, pictures beside it.
"""

import json
import os
import resource
import signal
import sys
from dataclasses import asdict
from pathlib import Path

from files.reading.cutting_off import cut_off
from files.reading.errors import ReadingError
from files.reading.kinds import KINDS, OLD_OFFICE, PICTURES
from files.reading.result import OUT_OF_MEMORY, Limits

GRACE = 5  # seconds after which it ends by itself if its parent is gone


def main(folder: Path):
    job = json.loads((folder / "job.json").read_text(encoding="utf-8"))
    limits, kind = Limits(**job["limits"]), KINDS[job["kind"]]
    by_office = needs_office(job["do"], kind)
    confine(limits, by_office)
    # LibreOffice opens a socket of its own there, whatever TMPDIR says.
    open_to = cut_off(folder, *(["/tmp"] if by_office else []))  # noqa: S108
    try:
        answer = JOBS[job["do"]](folder, job, kind, limits)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # at once: what was to be tidied needs memory too
    except ReadingError as error:
        answer = {"error": str(error), "type": type(error).__name__}
    text = json.dumps(answer | {"open_to": open_to})
    (folder / "answer.json").write_text(text, encoding="utf-8")


def needs_office(task, kind):
    if task == "draw":
        return kind.label not in {"PDF", *PICTURES}
    return kind.label in OLD_OFFICE


def confine(limits: Limits, by_office: bool):
    """Limits, which whatever it starts inherits."""
    memory = limits.office_memory if by_office else limits.memory
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + GRACE))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.output, limits.output))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(limits.seconds + GRACE)


def read(folder, job, kind, limits):
    from files.reading.readers import read

    with_address_of_site()
    return {"reading": asdict(read(job["path"], kind, limits))}


def draw(folder, job, kind, limits):
    from files.reading.readers import page_pictures

    pages = []
    wanted = job["first"], job["last"], job["width"]
    for number, picture in page_pictures(job["path"], kind, *wanted):
        (folder / f"trang-{number}.webp").write_bytes(picture)
        pages.append(number)
    return {"pages": pages}


def with_address_of_site():
    """core.sanitise asks for no other setting; loading ours would need secrets."""
    from django.conf import settings

    settings.configure(SITE_URL=os.environ["SITE_URL"])


JOBS = {"read": read, "draw": draw}

if __name__ == "__main__":
    main(Path(sys.argv[1]))
