"""The release: which code and templates made a page."""

import hashlib
from pathlib import Path

SOURCES = ("*.py", "*.html", "*.xml", "*.txt", "*.css", "*.js", "*.svg", "*.sql")
LEFT_OUT = {".venv", "var", "tests", "node_modules", ".git", "demo", "bench", "docs"}


def fingerprint(root: Path) -> str:
    """Twelve hexadecimal digits that change whenever a file that can shape a page changes.

    Read from the files themselves, so a release made by copying, by git or by a package gets a
    new ETag alike, without anybody raising a number.
    """
    digest = hashlib.sha256()
    for folder in sorted(p for p in root.iterdir() if p.is_dir() and p.name not in LEFT_OUT):
        for path in sorted(p for pattern in SOURCES for p in folder.rglob(pattern)):
            digest.update(str(path.relative_to(root)).encode())
            digest.update(path.read_bytes())
    digest.update((root / "requirements.txt").read_bytes())
    return digest.hexdigest()[:12]
