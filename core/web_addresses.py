"""Addresses and telephone numbers that somebody types, checked for sense.

A portal's footer shows `http://https://…` to this day because nobody looked.
"""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q

from core.fields import TextLine

SCHEMES = ["http", "https"]
PATH = re.compile(r"/(?![/\\])[^\s\\]*")
NUMBER = re.compile(r"\+?[\d .()-]+")
DIGITS = range(8, 16)

is_web = URLValidator(schemes=SCHEMES, message="Địa chỉ phải có dạng https://ten-mien.vn/…")


def check_web_address(text):
    """Raise ValidationError, in Vietnamese, for what no browser would open."""
    rest = text.partition("://")[2]
    if rest.lower().startswith(("http:", "https:", "http//", "https//")):
        raise ValidationError("Địa chỉ có hai lần “http”: hãy xóa bớt một lần.")
    is_web(text)
    if "@" in urlsplit(text).netloc:
        raise ValidationError("Địa chỉ không được có dấu “@” trước tên miền.")


def check_link(text):
    """A path of this site (`/van-ban/`) or a web address."""
    if text.startswith("/"):
        if not PATH.fullmatch(text):
            raise ValidationError(
                "Địa chỉ trong trang bắt đầu bằng một dấu “/”, không có dấu cách."
            )
    else:
        check_web_address(text)


def check_telephones(text):
    """One number, or several with semicolons between them."""
    for number in telephones(text):
        digits = sum(character.isdigit() for character in number)
        if not NUMBER.fullmatch(number) or digits not in DIGITS:
            raise ValidationError(
                f"“{number}” không giống số điện thoại. Nhiều số thì cách nhau bằng dấu chấm phẩy."
            )


def telephones(text):
    return [number.strip() for number in text.split(";") if number.strip()]


def dialled(number):
    """What a telephone dials: 0230.3850108 gives 02303850108."""
    return re.sub(r"[^\d+]", "", number)


class WebAddress(TextLine):
    """A web address as it stands in a link."""

    default_validators = [check_web_address]

    def __init__(self, *args, **options):
        super().__init__(*args, **{"max_length": 300} | options)


class Link(WebAddress):
    """A path of this site or a web address. What the validator refuses and a program writes all
    the same is refused by `is_link`."""

    default_validators = [check_link]


class Telephones(TextLine):
    default_validators = [check_telephones]

    def __init__(self, *args, **options):
        super().__init__(*args, **{"max_length": 150} | options)


def is_link(name, field="address"):
    """The constraint that keeps `javascript:` and other hosts' `//` out of a column."""
    return models.CheckConstraint(
        name=name,
        condition=Q(**{field: ""}) | Q(**{f"{field}__regex": r"^(/([^/\\]|$)|https?://)"}),
        violation_error_message="Địa chỉ phải bắt đầu bằng “/” hoặc “https://”.",
    )
