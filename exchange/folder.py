"""Import a folder, or one file of it."""

import os
from pathlib import Path

from core.vietnamese import repair
from exchange.articles import ArticleImporter
from exchange.documents import DocumentImporter
from exchange.lock import one_at_a_time
from exchange.reading import shown

IMPORTERS = {importer.file_name: importer for importer in (ArticleImporter, DocumentImporter)}
ORIGIN_LENGTH = 100


class UnusableError(Exception):
    """Why a path or an origin cannot be imported: a reason in Vietnamese."""


def files_of(path: Path) -> list[Path]:
    """The files of the interchange format that `path` stands for."""
    names = " hoặc ".join(IMPORTERS)
    if path.is_dir():
        found = [path / name for name in IMPORTERS if (path / name).is_file()]
        if not found:
            raise UnusableError(f"Thư mục {path} không có tệp {names}.")
    elif not path.is_file():
        raise UnusableError(f"Không có thư mục hay tệp {path}.")
    elif path.name not in IMPORTERS:
        raise UnusableError(f"Tệp phải tên là {names}, không phải {shown(path.name)}.")
    else:
        found = [path]
    for file in found:
        if not os.access(file, os.R_OK):
            raise UnusableError(f"Không có quyền đọc {file}.")
    return found


def origin_of(folder: Path, given: str | None) -> str:
    origin = repair(folder.name if given is None else given).strip()
    if not 0 < len(origin) <= ORIGIN_LENGTH or not origin.isprintable():
        raise UnusableError(f"--origin phải có từ 1 đến {ORIGIN_LENGTH} ký tự.")
    return origin


def import_path(path, report, *, origin=None, dry_run=False):
    """Import `path`; `report` tells how it went. Raises UnusableError before it writes anything."""
    files = files_of(Path(path))
    folder = files[0].parent.resolve()
    origin = origin_of(folder, origin)
    with one_at_a_time(report.say):
        for file in files:
            IMPORTERS[file.name](folder, origin, report, dry_run=dry_run).run()
