"""What one row says of a person, checked by the rules of the account's own fields."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.formats import get_format
from django.utils.timezone import localdate

from accounts.invitations.columns import role_names
from accounts.invitations.tables import telephone
from accounts.models import User
from accounts.roles import ADMINISTRATORS
from core.sheets import FORMULA

TEXTS = ("full_name", "unit", "position", "phone", "email", "username")


@dataclass
class Facts:
    """`roles` are names of groups; `errors` sentences without capital and stop."""

    full_name: str = ""
    unit: str = ""
    position: str = ""
    phone: str = ""
    email: str = ""
    username: str = ""
    valid_until: date | None = None
    roles: list = field(default_factory=list)
    errors: list = field(default_factory=list)


def facts_of(row):
    facts = Facts()
    for name in TEXTS:
        try:
            setattr(facts, name, checked(name, row.get(name, "")))
        except ValidationError as error:
            facts.errors += [f"{label(name)}: {message}" for message in error.messages]
    for read in (read_day, read_roles):
        try:
            read(facts, row)
        except ValueError as error:
            facts.errors.append(str(error))
    if not row.get("full_name"):
        facts.errors.append("thiếu họ và tên")
    return facts


def label(name):
    return User._meta.get_field(name).verbose_name


def checked(name, text):
    if name == "phone":
        text = telephone(text)
    elif text.startswith(FORMULA):
        raise ValidationError(f"“{text[:30]}” là công thức")
    if name in ("email", "username"):
        text = text.lower()
    return User._meta.get_field(name).clean(text, None) if text else ""


def read_day(facts, row):
    text = row.get("valid_until", "")
    if text:
        facts.valid_until = day_of(text)
        if facts.valid_until < localdate():
            raise ValueError(f"hạn dùng {text} đã qua")


def day_of(text):
    for pattern in get_format("DATE_INPUT_FORMATS", lang="vi", use_l10n=True):
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise ValueError(f"“{text[:30]}” không phải ngày/tháng/năm")


def read_roles(facts, row):
    facts.roles = role_names(row.get("roles", ""))
    if ADMINISTRATORS in facts.roles:
        raise ValueError("vai trò Quản trị chỉ giao cho từng người, không theo danh sách")
