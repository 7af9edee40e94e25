"""A picture in several widths, as WebP and JPEG, each made from its master when it is wanted."""

from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from zlib import crc32

from django.core.files.storage import default_storage
from django.db import connection, transaction
from PIL import Image

from core.storage import put, remove_folder

WIDTHS = (320, 480, 640, 960, 1280, 1600, 1920)
CONTENT_TYPES = {"webp": "image/webp", "jpg": "image/jpeg"}
QUALITY = 80
MASTER_QUALITY = 92

# Advisory locks of PostgreSQL: in all processes together, this many renditions at once.
TURNS = 2
TURN = 0x616E68  # "anh", the class of these locks


@lru_cache(maxsize=1024)
def widths_of(width: int) -> tuple[int, ...]:
    """The widths that a picture `width` pixels wide is shown in: never larger than itself."""
    largest = min(width, WIDTHS[-1])
    return *(step for step in WIDTHS if step < largest), largest


def folder_of(key: str) -> str:
    return f"pictures/{key[:2]}/{key}"


def path_of(key: str, width: int, extension: str = "webp") -> str:
    return f"{folder_of(key)}/{width}.{extension}"


def master_of(key: str) -> str:
    return f"{folder_of(key)}/master.webp"


def keep(key: str, image: Image.Image) -> None:
    """Store the master of a picture."""
    put(master_of(key), encoded(image, "WEBP", MASTER_QUALITY))


def open_master(key: str) -> Image.Image:
    with default_storage.open(master_of(key)) as file:
        image = Image.open(file, formats=["WEBP"])
        image.load()
    return image


def make(key: str, width: int, extension: str, master: Image.Image | None = None) -> None:
    """Make a rendition unless it is there. FileNotFoundError where the picture is gone."""
    with turn(key):
        if default_storage.exists(path_of(key, width, extension)):
            return
        if not default_storage.exists(master_of(key)):
            raise FileNotFoundError(master_of(key))
        image = scaled(master or open_master(key), width)
        put(path_of(key, width, extension), encode(image, extension))


def make_all(key: str) -> None:
    """Make all renditions of a picture that are missing; none of one that is gone."""
    try:
        master = open_master(key)
        for extension in CONTENT_TYPES:
            for width in widths_of(master.width):
                make(key, width, extension, master)
    except FileNotFoundError:
        return


def remove(key: str) -> None:
    """Delete the files of a picture; nobody makes one of them again."""
    with turn(key):
        remove_folder(folder_of(key))


@contextmanager
def turn(key):
    """One at a time for a picture, `TURNS` at a time for the portal; ten seconds of patience."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '10s'")
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [TURN, crc32(key.encode()) % TURNS])
        yield


def scaled(image, width):
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS)


def encode(image, extension):
    if extension == "webp":
        return encoded(image, "WEBP", QUALITY)
    return encoded(on_white(image), "JPEG", QUALITY, progressive=True, optimize=True)


def encoded(image, image_format, quality, **options):
    out = BytesIO()
    image.save(out, image_format, quality=quality, **options)
    return out.getvalue()


def on_white(image):
    """JPEG knows no transparency."""
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image)
    return paper
