"""A picture in several widths, as WebP."""

import hashlib
from dataclasses import dataclass
from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageOps, UnidentifiedImageError

WIDTHS = (320, 480, 960, 1600)
QUALITY = 80
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
MAX_BYTES = 25 * 1024 * 1024
MAX_PIXELS = 50_000_000


def widths_of(width: int) -> list[int]:
    """The widths that a picture `width` pixels wide is kept in: never larger than itself."""
    return [step for step in WIDTHS if step < width] + [min(width, WIDTHS[-1])]


def path_of(key: str, width: int) -> str:
    return f"pictures/{key[:2]}/{key}/{width}.webp"


@dataclass
class Renditions:
    image: Image.Image
    checksum: str

    @classmethod
    def of(cls, file):
        """Decode an upload: rotation applied, camera data left behind, size checked first."""
        data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise ValidationError("Ảnh quá lớn: tối đa 25 MB.")
        try:
            image = Image.open(BytesIO(data), formats=FORMATS)
            if image.width * image.height > MAX_PIXELS:
                raise ValidationError("Ảnh quá lớn: tối đa 50 triệu điểm ảnh.")
            image = ImageOps.exif_transpose(image)
            image = image.convert("RGBA" if image.has_transparency_data else "RGB")
        except (
            UnidentifiedImageError,
            Image.DecompressionBombError,
            OSError,
            SyntaxError,
        ) as error:
            raise ValidationError(
                "Tệp này không phải ảnh JPEG, PNG, WebP hoặc GIF đọc được."
            ) from error
        return cls(image, hashlib.sha256(data).hexdigest())

    @property
    def width(self):
        return self.image.width

    @property
    def height(self):
        return self.image.height

    def store(self, key):
        for width in widths_of(self.width):
            height = max(1, round(self.height * width / self.width))
            out = BytesIO()
            self.image.resize((width, height), Image.Resampling.LANCZOS).save(
                out, "WEBP", quality=QUALITY, method=4
            )
            default_storage.save(path_of(key, width), ContentFile(out.getvalue()))
