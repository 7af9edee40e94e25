"""Files in the storage: stored whole or not at all, and deleted by the folder."""

import os

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.crypto import get_random_string


def put(path: str, data: bytes) -> None:
    """Store `data`; nobody ever reads half of it, even if the writer is killed."""
    part = default_storage.save(f"{path}.{get_random_string(8)}", ContentFile(data))
    os.replace(default_storage.path(part), default_storage.path(path))  # noqa: PTH105


def remove_folder(path: str) -> None:
    """Delete a folder and the files in it; nothing where it is gone already."""
    if default_storage.exists(path):
        for name in default_storage.listdir(path)[1]:
            default_storage.delete(f"{path}/{name}")
        default_storage.delete(path)
