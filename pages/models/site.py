"""What the board says of itself on every page."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from core.fields import TextLine
from core.web_addresses import Link, Telephones, WebAddress, dialled, telephones
from library.models import Picture
from pages.colours import Colours

HOUSE = Colours()
IS_COLOUR = r"^#[0-9a-f]{6}$"


class Colour(models.CharField):
    default_validators = [RegexValidator(IS_COLOUR + r"\Z", "Màu có dạng #a5171c.")]

    def __init__(self, *args, **options):
        super().__init__(*args, **{"max_length": 7} | options)

    def to_python(self, value):
        value = super().to_python(value)
        return value.strip().lower() if isinstance(value, str) else value


def a_picture(name, **options):
    """A picture of the library; while a page shows it, it is not deleted."""
    found = {"null": True, "blank": True, "related_name": "+"} | options
    return models.ForeignKey(Picture, models.PROTECT, verbose_name=name, **found)


class SiteSettings(models.Model):
    """One row, edited in the admin; every line of it stands in the header or the footer."""

    only_row = models.BooleanField(primary_key=True, default=True, editable=False)
    name = TextLine("tên Ban", max_length=150, default="Ban Tuyên giáo và Dân vận Tỉnh ủy")
    kind_line = TextLine("dòng trên tên", max_length=100, default="Trang thông tin điện tử")
    emblem = a_picture(
        "biểu trưng",
        help_text="Ảnh vuông. Bỏ trống: biểu trưng có sẵn của phần mềm.",
    )
    cloth = Colour("nền đầu trang", default=HOUSE.cloth)
    cloth_dark = Colour("nền đầu trang, giao diện tối", default=HOUSE.cloth_dark)
    accent = Colour("liên kết và nút", default=HOUSE.accent)
    accent_dark = Colour("liên kết, giao diện tối", default=HOUSE.accent_dark)
    license = TextLine("giấy phép số", max_length=200, blank=True)
    responsible = TextLine("chịu trách nhiệm", max_length=200, blank=True)
    address = TextLine("địa chỉ", max_length=200, blank=True)
    phone = Telephones(
        "điện thoại", blank=True, help_text="Nhiều số thì cách nhau bằng dấu chấm phẩy."
    )
    fax = Telephones("fax", blank=True)
    email = models.EmailField("email", blank=True)
    website = WebAddress("website", blank=True)
    facebook = WebAddress("Facebook", blank=True)
    zalo = WebAddress("Zalo", blank=True)
    youtube = WebAddress("YouTube", blank=True)
    tiktok = WebAddress("TikTok", blank=True)
    map_picture = a_picture(
        "ảnh bản đồ",
        help_text="Ảnh chụp bản đồ chỉ đường; trang không nhúng bản đồ của bên ngoài.",
    )
    map_address = Link("địa chỉ mở khi bấm vào bản đồ", blank=True)
    reprint_note = TextLine(
        "dòng cuối trang",
        max_length=200,
        blank=True,
        default="Ghi rõ nguồn khi đăng lại thông tin từ trang này.",
    )

    class Meta:
        verbose_name = "thông tin trang"
        verbose_name_plural = "thông tin trang"
        constraints = [
            models.CheckConstraint(name="site_settings_one_row", condition=Q(only_row=True)),
            models.CheckConstraint(
                name="site_settings_colours",
                condition=Q(
                    cloth__regex=IS_COLOUR,
                    cloth_dark__regex=IS_COLOUR,
                    accent__regex=IS_COLOUR,
                    accent_dark__regex=IS_COLOUR,
                ),
                violation_error_message="Màu có dạng #a5171c.",
            ),
        ]

    def __str__(self):
        return self.name

    @classmethod
    def load(cls):
        """The settings, or their defaults before anybody saved any."""
        return cls.objects.select_related("emblem", "map_picture").first() or cls()

    @property
    def colours(self):
        return Colours.of(self)

    @property
    def telephones(self):
        """[(as it is written, as it is dialled)]"""
        return [(number, dialled(number)) for number in telephones(self.phone)]

    @property
    def elsewhere(self):
        """[(name, address)] of the board's pages at other places."""
        names = ("facebook", "zalo", "youtube", "tiktok")
        found = ((self._meta.get_field(name).verbose_name, getattr(self, name)) for name in names)
        return [(label, address) for label, address in found if address]

    def clean(self):
        """Colours that nobody could read are refused with their ratio."""
        super().clean()
        self.colours.check()
