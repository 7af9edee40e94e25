"""What the library takes in, and what it leaves of it."""

from io import BytesIO
from zlib import crc32

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from PIL import Image, ImageCms

from library.models import Picture
from library.renditions import master_of
from library.uploads import BROKEN, NO_PICTURE, TOO_HEAVY, TOO_LARGE, Upload
from tests.library.conftest import HEIC, drawn, encoded


def upload(data):
    return Upload.of(BytesIO(data)).image


def refusal(data):
    with pytest.raises(ValidationError) as refused:
        Upload.of(BytesIO(data))
    return refused.value.messages


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "GIF"])
def test_it_takes_the_formats_of_cameras_and_of_the_web(image_format):
    image = upload(encoded(drawn((60, 40)), image_format))
    assert (image.size, image.mode) == ((60, 40), "RGB")
    assert image.getpixel((30, 20)) == pytest.approx((170, 30, 40), abs=4)


def test_it_takes_a_phones_heic_upright():
    image = upload(HEIC.read_bytes())
    assert image.size == (64, 96)
    assert image.getpixel((60, 5)) == pytest.approx((200, 20, 20), abs=6)
    assert not image.info
    assert not image.getexif()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_rotation_is_applied(orientation):
    """Whatever way the camera was held, the red corner is where its viewer saw it."""
    upright = drawn((60, 40), "green")
    upright.paste("red", (0, 0, 30, 20))
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = upright.transpose(undo[orientation]) if orientation in undo else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = upload(encoded(stored, "JPEG", quality=95, exif=exif))
    assert image.size == (60, 40)
    assert image.getpixel((5, 5)) == pytest.approx((254, 0, 0), abs=6)
    assert image.getpixel((50, 30)) == pytest.approx((0, 128, 1), abs=6)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["DSCN0010.jpg", "landscape_6.jpg", "portrait_8.jpg"])
def test_nothing_of_the_cameras_data_is_stored(shared_photo, name):
    data = shared_photo(name)
    assert Image.open(BytesIO(data)).getexif()
    picture = Picture.objects.add(BytesIO(data), alt="Ảnh")
    stored = default_storage.open(master_of(picture.key)).read()
    for mark in (b"Exif", b"EXIF", b"GPS", b"NIKON", b"http://ns.adobe.com", b"XMP ", b"ICCP"):
        assert mark not in stored
    image = Image.open(BytesIO(stored))
    assert not image.getexif()
    assert image.size == (picture.width, picture.height)


def test_the_photographs_of_the_shared_folder_stand_upright(shared_photo):
    assert upload(shared_photo("landscape_6.jpg")).size == (600, 450)
    assert upload(shared_photo("portrait_8.jpg")).size == (450, 600)


def test_of_an_animation_the_first_frame_stays():
    frames = [drawn((30, 20), color) for color in ("red", "green", "blue")]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert upload(data).getpixel((5, 5)) == (255, 0, 0)


def test_a_palette_keeps_its_transparency():
    image = drawn((30, 20), 0, "P")
    image.putpalette([0, 0, 0, 200, 0, 0])
    image.paste(1, (0, 0, 10, 20))
    image = upload(encoded(image, transparency=0))
    assert image.mode == "RGBA"
    assert image.getpixel((5, 5)) == (200, 0, 0, 255)
    assert image.getpixel((20, 5))[3] == 0


def test_printers_colours_become_those_of_screens():
    image = upload(encoded(drawn((30, 20), (0, 255, 255, 0), "CMYK"), "JPEG"))
    assert image.mode == "RGB"
    assert image.getpixel((5, 5)) == pytest.approx((254, 0, 0), abs=4)


def test_sixteen_bits_become_eight():
    image = upload(encoded(drawn((30, 20), 32768, "I;16")))
    assert image.getpixel((5, 5)) == (128, 128, 128)


def test_a_colour_profile_is_applied_and_a_broken_one_left_out():
    linear = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for profile in (srgb, linear, b"rubbish"):
        image = upload(encoded(drawn((30, 20)), "PNG", icc_profile=profile))
        assert image.getpixel((5, 5)) == pytest.approx((170, 30, 40), abs=1)
        assert "icc_profile" not in image.info


def test_a_large_picture_is_kept_smaller():
    assert upload(encoded(drawn((4000, 3000)), "JPEG")).size == (2560, 1920)
    assert upload(encoded(drawn((20, 20_000)))).size == (16, 16383)


@pytest.mark.parametrize("size", [(50_000, 50_000), (50_000, 1_001), (60_000, 60_000)])
def test_too_many_pixels_are_refused_before_they_are_decoded(size):
    """The header alone says it; there are no such pixels in the file."""
    data = bytearray(encoded(drawn((1, 1))))
    data[16:24] = size[0].to_bytes(4, "big") + size[1].to_bytes(4, "big")
    data[29:33] = crc32(data[12:29]).to_bytes(4, "big")
    assert refusal(bytes(data)) == [TOO_LARGE]


def test_too_many_bytes_are_refused_unread():
    assert refusal(b"\xff\xd8\xff" + bytes(25 * 1024 * 1024)) == [TOO_HEAVY]


@pytest.mark.parametrize(
    "data", [b"", b"<svg onload='alert(1)'/>", b"%PDF-1.7", b"BM" + bytes(60), b"PK\x03\x04"]
)
def test_what_is_no_picture_is_refused(data):
    assert refusal(data) == [NO_PICTURE]


def test_a_truncated_picture_is_refused():
    assert refusal(encoded(drawn(), "JPEG")[:900]) == [BROKEN]
    assert refusal(HEIC.read_bytes()[:500]) in ([BROKEN], [NO_PICTURE])


HARMLESS = {"picture-polyglot.jpg"}


@pytest.mark.django_db
def test_hostile_files_are_refused_or_stored_harmlessly(hostile_files):
    pictures = (path for name, path in hostile_files.items() if name.startswith("picture-"))
    taken = {path.name for path in pictures if taken_in(path)}
    assert taken == HARMLESS
    picture = Picture.objects.get()
    assert b"script" not in default_storage.open(master_of(picture.key)).read()


def taken_in(path):
    """Whether a file was stored; what is refused is refused with one of our messages."""
    with path.open("rb") as file:
        try:
            return Picture.objects.add(file)
        except ValidationError as error:
            message = error.messages[0]
    assert message in (NO_PICTURE, BROKEN, TOO_LARGE), path.name
    return None
