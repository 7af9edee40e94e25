"""Pictures to send in."""

from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from library.models import Picture

SHARED = settings.BASE_DIR.parent / "shared"
HEIC = Path(__file__).parent / "phone.heic"  # 64 × 96, red above on the right, with GPS


def encoded(image, image_format="PNG", **options):
    out = BytesIO()
    image.save(out, image_format, **options)
    return out.getvalue()


def drawn(size=(1200, 800), color=(170, 30, 40), mode="RGB"):
    return Image.new(mode, size, color)


def picture_file(size=(1200, 800), color=(170, 30, 40), image_format="PNG", name="anh.png"):
    return SimpleUploadedFile(name, encoded(drawn(size, color), image_format))


@pytest.fixture
def add(db):
    """Stores a picture; each colour is another one."""

    def stored(color=(170, 30, 40), size=(1200, 800), **fields):
        return Picture.objects.add(picture_file(size, color), **{"alt": "Quang cảnh"} | fields)

    return stored


@pytest.fixture
def grant():
    """Gives a person permissions, `app.codename` each."""

    def given(person, *names):
        for name in names:
            app, codename = name.split(".")
            found = Permission.objects.get(content_type__app_label=app, codename=codename)
            person.user_permissions.add(found)
        return person

    return given


@pytest.fixture
def shared_photo():
    """The bytes of a camera's photograph."""

    def read(name):
        path = SHARED / "photos" / name
        if not path.exists():
            pytest.skip(f"{path} is not on this machine")
        return path.read_bytes()

    return read
