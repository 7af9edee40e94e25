"""Pictures in their widths: made by a job, or by the first visitor who asks."""

import threading
from contextlib import closing
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.db import connection, transaction
from PIL import Image
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from library import renditions
from library.models import Picture
from library.renditions import make_all, master_of, path_of
from tests.library.conftest import drawn, picture_file

pytestmark = pytest.mark.django_db


def shown(response):
    image = Image.open(BytesIO(response.getvalue()))
    return image.format, image.size


def stored(picture):
    return set(default_storage.listdir(renditions.folder_of(picture.key))[1])


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (3000, (320, 480, 640, 960, 1280, 1600, 1920)),
        (1000, (320, 480, 640, 960, 1000)),
        (960, (320, 480, 640, 960)),
        (200, (200,)),
    ],
)
def test_a_rendition_is_never_larger_than_the_picture(width, widths):
    assert renditions.widths_of(width) == widths


def test_until_the_job_ran_a_visitor_gets_what_they_ask_for(client, add):
    picture = add()
    assert stored(picture) == {"master.webp"}
    response = client.get(f"/anh/{picture.key}/320.webp")
    assert (response.status_code, response["Content-Type"]) == (200, "image/webp")
    assert shown(response) == ("WEBP", (320, 213))
    response = client.get(f"/anh/{picture.key}/1200.jpg")
    assert response["Content-Type"] == "image/jpeg"
    assert shown(response) == ("JPEG", (1200, 800))
    assert stored(picture) == {"master.webp", "320.webp", "1200.jpg"}


def test_the_job_comes_with_the_picture_and_makes_all_of_them(client, add):
    picture = add()
    job = ProcrastinateJob.objects.get(task_name="library.tasks.make_renditions")
    assert job.args == {"key": picture.key}
    app.tasks[job.task_name](**job.args)
    widths = [320, 480, 640, 960, 1200]
    names = {f"{width}.{end}" for width in widths for end in ("webp", "jpg")}
    assert stored(picture) == {"master.webp", *names}
    assert client.get(picture.src).status_code == 200


def test_a_picture_that_is_rolled_back_leaves_no_job():
    with transaction.atomic():
        Picture.objects.add(picture_file(), alt="Ảnh")
        transaction.set_rollback(True)
    assert not ProcrastinateJob.objects.exists()


def test_the_job_of_a_deleted_picture_makes_nothing(add, django_capture_on_commit_callbacks):
    picture = add()
    with django_capture_on_commit_callbacks(execute=True):
        picture.delete()
    make_all(picture.key)
    assert not default_storage.exists(renditions.folder_of(picture.key))


def test_it_is_kept_for_ever_and_is_nothing_but_a_picture(client, add):
    response = client.get(add().src)
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'"
    assert not response.cookies


@pytest.mark.parametrize("name", ["321.webp", "1280.webp", "0320.webp", "320.png", "master.webp"])
def test_other_widths_and_the_master_are_not_found(client, add, name):
    picture = add()
    assert client.get(f"/anh/{picture.key}/{name}").status_code == 404


def test_an_unknown_key_is_not_found(client, db):
    assert client.get("/anh/abcdefghijklmnop/320.webp").status_code == 404


def test_it_is_only_read(client, add):
    assert client.post(add().src).status_code == 405


def test_transparency_is_white_in_a_jpeg(client):
    image = drawn((400, 300), (0, 0, 0, 0), "RGBA")
    file = BytesIO()
    image.save(file, "PNG")
    file.seek(0)
    picture = Picture.objects.add(file, alt="Biểu trưng")
    jpeg = Image.open(BytesIO(client.get(picture.url(320, "jpg")).getvalue()))
    assert jpeg.getpixel((5, 5)) == (255, 255, 255)
    assert Image.open(BytesIO(client.get(picture.url(320)).getvalue())).mode == "RGBA"


def test_its_addresses(add):
    picture = add()
    start = f"/anh/{picture.key}/"
    assert (picture.src, picture.thumb) == (f"{start}960.webp", f"{start}480.webp")
    assert picture.share == f"{start}1200.jpg"
    assert picture.url(700) == f"{start}960.webp"
    assert picture.srcset.split(", ")[0] == f"{start}320.webp 320w"
    assert picture.srcset_jpeg.endswith(f"{start}1200.jpg 1200w")


@pytest.mark.django_db(transaction=True)
def test_one_picture_is_worked_on_once_at_a_time(add, monkeypatch):
    """Eight visitors ask for a missing rendition at once; it is made once."""
    picture, made = add(), []
    encode = renditions.encode
    monkeypatch.setattr(renditions, "encode", lambda *args: made.append(args) or encode(*args))

    def ask():
        with closing(connection):
            renditions.make(picture.key, 640, "webp")

    visitors = [threading.Thread(target=ask) for _ in range(8)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    assert len(made) == 1
    assert default_storage.size(path_of(picture.key, 640))


def test_half_a_file_is_never_in_its_place(add, monkeypatch):
    """Killed between writing and naming: the next visitor gets a whole one."""
    picture = add()
    monkeypatch.setattr("core.storage.os.replace", lambda *args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        renditions.make(picture.key, 320, "webp")
    assert not default_storage.exists(path_of(picture.key, 320))
    assert default_storage.exists(master_of(picture.key))
