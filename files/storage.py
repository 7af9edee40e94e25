"""Where the bytes of uploaded files lie."""

import hashlib
from pathlib import PurePath

MAX_BYTES = 100 * 1024 * 1024
FOLDER = "files"


def path_for(stored, filename):
    """Under a random name, which no address repeats."""
    return f"{FOLDER}/{stored.key}{PurePath(filename).suffix.lower()}"


def pictures_folder(key):
    """Where the pictures of a file's pages lie."""
    return f"{FOLDER}/pages/{key}"


def picture_path(key, page):
    return f"{pictures_folder(key)}/trang-{page}.webp"


def checksum(file) -> str:
    """SHA-256 of a file that is opened, hexadecimal."""
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return digest
