"""What a password must not be. Length counts; kinds of characters do not (NIST SP 800-63B)."""

import re
from pathlib import Path

from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from core.vietnamese import plain_key

COMMON_HERE = Path(__file__).with_name("common-passwords.txt")
ENDS = re.compile(r"^[\W\d_]+|[\W\d_]+$")  # what people put around a common word
ENOUGH = 6  # characters that are not one's own name
SHORTEST_NAME = 3


class CommonInVietnamValidator(CommonPasswordValidator):
    """Django's list and one of words that are common here, with or without accents, with figures
    and signs around them: matkhau2025, Anhyêuem@123, 1234567890."""

    def __init__(self):
        super().__init__()
        self.here = set(COMMON_HERE.read_text().split()) | {
            re.sub(r"\W", "", plain_key(settings.SITE_URL.partition("//")[2].partition(":")[0]))
        }

    def validate(self, password, user=None):
        word = re.sub(r"\s", "", plain_key(password))
        bare = ENDS.sub("", word)
        known = {word, password.lower().strip()} & self.passwords
        if known or {word, bare} & self.here or bare == "" or len(set(word)) < 5:
            raise ValidationError(
                "Mật khẩu này quá dễ đoán: nhiều người dùng nó hoặc chỉ toàn chữ số. "
                "Hãy ghép bốn, năm tiếng không liên quan tới nhau.",
                code="password_too_common",
            )

    def get_help_text(self):
        return "Không dùng từ phổ biến (kể cả thêm số ở cuối) hoặc chỉ toàn chữ số."


class OwnNameValidator:
    """Without one's name, username, telephone and e-mail something must be left."""

    def validate(self, password, user=None):
        left = re.sub(r"\W", "", plain_key(password))
        for word in sorted(names_of(user), key=len, reverse=True):
            left = left.replace(word, "")
        if len(left) < ENOUGH:
            raise ValidationError(
                "Mật khẩu quá giống tên, số điện thoại hoặc email của Ông (bà).",
                code="password_too_similar",
            )

    def get_help_text(self):
        return "Không dùng tên, số điện thoại hoặc email của chính mình."


def names_of(user):
    """Every word by which a person is known, folded; none for nobody."""
    fields = ("username", "full_name", "phone", "email")
    words = set()
    for text in (plain_key(getattr(user, name, "") or "") for name in fields):
        words |= {re.sub(r"\W", "", text), *re.split(r"[\W_]+", text)}
    return {word for word in words if len(word) >= SHORTEST_NAME}
