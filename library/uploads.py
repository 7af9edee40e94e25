"""An uploaded picture: measured before it is decoded, decoded once, nothing else of it kept."""

import hashlib
import logging
import threading
from dataclasses import dataclass
from io import BytesIO

from django.core.exceptions import ValidationError
from pi_heif import register_heif_opener
from PIL import Image, ImageCms, UnidentifiedImageError
from PIL.ExifTags import Base
from PIL.Image import Transpose

logger = logging.getLogger(__name__)
register_heif_opener()

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "HEIF")
MAX_BYTES = 25 * 1024 * 1024
MAX_PIXELS = 50_000_000
MASTER_WIDTH = 2560
MASTER_HEIGHT = 16383  # the most that WebP can hold

TOO_HEAVY = "Ảnh quá nặng: tối đa 25 MB."
TOO_LARGE = "Ảnh quá lớn: tối đa 50 triệu điểm ảnh. Hãy thu nhỏ ảnh rồi gửi lại."
NO_PICTURE = "Tệp này không phải ảnh JPEG, PNG, WebP, GIF hoặc HEIC."
BROKEN = "Ảnh này bị hỏng hoặc chưa tải hết. Hãy mở thử trên máy rồi gửi lại bản gốc."

UPRIGHT = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))

# Fifty megapixels take 150 MB (JPEG) to 900 MB (WebP) of memory while they are decoded: one
# picture at a time in a process.
decoding = threading.Lock()


@dataclass
class Upload:
    """A picture as the library keeps it (upright, sRGB, without metadata) and the checksum of
    the file that it came in."""

    image: Image.Image
    checksum: str

    @classmethod
    def of(cls, file):
        """Read a binary file. ValidationError, in Vietnamese, for what is no good picture."""
        data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise ValidationError(TOO_HEAVY)
        with decoding:
            return cls(decoded(measured(data)), hashlib.sha256(data).hexdigest())


def measured(data):
    """The picture opened but not decoded, of a size that is safe to decode."""
    try:
        image = Image.open(BytesIO(data), formats=FORMATS)
    except UnidentifiedImageError as error:
        raise ValidationError(NO_PICTURE) from error
    except Image.DecompressionBombError as error:
        raise ValidationError(TOO_LARGE) from error
    except Exception as error:  # see decoded()
        raise broken(error) from error
    if image.width * image.height > MAX_PIXELS:
        raise ValidationError(TOO_LARGE)
    return image


def decoded(image):
    """What the library keeps of a picture. Of an animation that is the first frame."""
    try:
        image.draft("RGB", (MASTER_WIDTH, MASTER_WIDTH))  # a large JPEG is decoded smaller
        turn = UPRIGHT.get(image.getexif().get(Base.Orientation))
        image = image.transpose(turn) if turn is not None else image
        image = in_srgb(reduced(without_palette(image)))
    except Exception as error:  # decoders raise whatever the bytes in hand lead them to
        raise broken(error) from error
    image.info.clear()
    return image


def broken(error):
    logger.info("A picture could not be decoded: %r", error)
    return ValidationError(BROKEN)


def without_palette(image):
    """Eight bits a channel, no palette: a mode in which a picture may be scaled."""
    if image.mode.startswith("I"):
        return image.point(lambda value: value / 256, "L")
    if image.mode in ("L", "CMYK") and not image.has_transparency_data:
        return image
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def reduced(image):
    scale = min(1, MASTER_WIDTH / image.width, MASTER_HEIGHT / image.height)
    if scale == 1:
        return image
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)


def in_srgb(image):
    """The colours that a screen shows without a profile, so that the profile may go."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    profile = image.info.get("icc_profile")
    try:
        if profile:
            profile = ImageCms.ImageCmsProfile(BytesIO(profile))
            return ImageCms.profileToProfile(image, profile, SRGB, outputMode=mode)
    except (ImageCms.PyCMSError, OSError) as error:
        logger.info("A colour profile was left out: %s", error)
    return image.convert(mode)
