"""Brings database and static files up to the present code. A process of its own, before the web.

What it prints goes to the terminal, what the commands say to its log (standard error).
"""

import hashlib
import os
import sys

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tuyengiao.settings")
    django.setup()
    run("migrate", interactive=False)
    collect_static()
    run("load_demo", if_empty=True)


def run(command: str, **options):
    try:
        call_command(command, stdout=sys.stderr, stderr=sys.stderr, **options)
    except CommandError as error:
        sys.exit(str(error))


def collect_static():
    """Only when a source changed: compressing them all takes seconds."""
    stamp = settings.VAR_DIR / "static.sha256"
    sources = fingerprint()
    if settings.STATIC_ROOT.exists() and stamp.exists() and stamp.read_text() == sources:
        return
    run("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(sources)


def fingerprint() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            digest.update(path.encode())
            with storage.open(path) as file:
                digest.update(file.read())
    return digest.hexdigest()


if __name__ == "__main__":
    main()
