"""Lines of an interchange file: read one by one, so that any file fits in memory, and judged."""

import codecs
import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from html import unescape
from itertools import count
from unicodedata import is_normalized

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.timezone import is_naive

from core.fields import PlainText, TextLine
from core.vietnamese import ETHS, HANOI, NO_BREAK_SPACES, repair, repairs

MAX_LINE = 8 * 1024 * 1024  # bytes
MAX_NUMBER = 2**31 - 1  # of a database integer
YEARS = range(1900, 2101)
ID_LENGTH = 100

check_web_address = URLValidator(schemes=["http", "https"])


class LineError(Exception):
    """Why a line, or a part of it, cannot be taken: a reason in Vietnamese."""


def raw_lines(file):
    """Each line of a binary file with its number; None for one that is longer than MAX_LINE."""
    for number in count(1):
        raw = file.readline(MAX_LINE + 1)
        if not raw:
            return
        too_long = len(raw) > MAX_LINE
        while too_long and raw and not raw.endswith(b"\n"):
            raw = file.readline(MAX_LINE)
        yield number, None if too_long else raw


def parse(number, raw):
    """The line as a Line; None where it is blank."""
    if raw is None:
        raise LineError(f"dòng dài quá {MAX_LINE // 1024**2} MB")
    if number == 1:
        raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = raw.decode().strip()
    except UnicodeDecodeError as error:
        raise LineError(f"không phải UTF-8 (byte thứ {error.start + 1})") from None
    return Line.of(number, text, len(raw)) if text else None


def loads(text):
    """A JSON object, strictly: NaN and its like are no JSON."""
    try:
        data = json.loads(text, parse_constant=no_constant)
    except json.JSONDecodeError as error:
        raise LineError(f"không đúng JSON (ký tự thứ {error.pos + 1})") from None
    except (ValueError, RecursionError):
        raise LineError("không đúng JSON") from None
    if not isinstance(data, dict):
        raise LineError("phải là một đối tượng JSON {…}")
    return data


def no_constant(name):
    raise ValueError(name)


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def shown(value):
    """A value as an error message shows it: short and harmless in a terminal."""
    text = "".join(c if c.isprintable() else " " for c in str(value)[:61])
    return f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"


@dataclass
class Line:
    """One object of the file. The readers below give one value each, repaired, or raise LineError.

    `faults` are reasons why a part of it (a picture, an address) had to be left out, `notes` what
    else the operator is told.
    """

    number: int
    data: dict
    id: str
    digest: str
    size: int
    clean: bool  # there is nothing to repair in any of its texts
    faults: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    repairs: Counter = field(default_factory=Counter)

    @classmethod
    def of(cls, number, text, size):
        data = loads(text)
        canonical = json.dumps(data, ensure_ascii=False, sort_keys=True)
        try:
            digest = sha256(canonical)
        except UnicodeEncodeError:
            raise LineError("có ký tự hỏng (nửa cặp thay thế UTF-16)") from None
        clean = is_normalized("NFC", canonical) and not any(
            c in canonical for c in ETHS + NO_BREAK_SPACES
        )
        return cls(number, data, identity(data), digest, size, clean)

    def sign(self, stamps):
        """Let the digest tell, besides the text, whether a file that it names was replaced."""
        if stamps:
            self.digest = sha256(" ".join([self.digest, *stamps]))

    def begin(self):
        """Forget what an earlier attempt to read it found."""
        self.faults, self.notes, self.repairs = [], [], Counter()

    def text(self, name, limit=None, *, required=False):
        """One line; `limit` in characters."""
        return self.checked(name, self.data.get(name), TextLine.rule, limit, required)

    def paragraphs(self, name):
        return self.checked(name, self.data.get(name), PlainText.rule)

    def html(self, name):
        """As it is: to clean it is dear, and the field does it. `&nbsp;` counts as a repair."""
        text = self.checked(name, self.data.get(name), str)
        if "&" in text:
            self.repairs += repairs(unescape(text)) - repairs(text)
        return text

    def file_name(self, name):
        """As it is: a file has the name that it has."""
        return self.checked(name, self.data.get(name), str)

    def texts(self, name, limit=None, rule=TextLine.rule):
        values = self.data.get(name)
        if values is None:
            return []
        if not isinstance(values, list):
            raise LineError(f"“{name}” phải là danh sách")
        texts = [self.checked(name, value, rule, limit) for value in values]
        return [text for text in texts if text]

    def file_names(self, name):
        return self.texts(name, rule=str)

    def checked(self, name, value, rule, limit=None, required=False):
        if not isinstance(value, str | None):
            raise LineError(f"“{name}” phải là chữ, không phải {shown(value)}")
        text = rule(value or "")
        if not self.clean:
            self.repairs += repairs(value or "")
        if required and not text:
            raise LineError(f"thiếu “{name}”")
        if "\0" in text:
            raise LineError(f"“{name}” có ký tự NUL")
        if limit and len(text) > limit:
            raise LineError(f"“{name}” dài {len(text)} ký tự, tối đa {limit}")
        return text

    def number_of(self, name):
        """A count; 0 where it is missing."""
        value = self.data.get(name)
        if value is None:
            return 0
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MAX_NUMBER:
            raise LineError(f"“{name}” phải là số nguyên không âm, không phải {shown(value)}")
        return value

    def moment(self, name):
        """A moment; one without a zone is the time here."""
        moment = self.iso(name, datetime, "thời điểm ISO 8601 (2021-10-12T09:05:00+07:00)")
        return moment.replace(tzinfo=HANOI) if moment and is_naive(moment) else moment

    def day(self, name):
        return self.iso(name, date, "ngày ISO 8601 (2021-10-12)")

    def iso(self, name, kind, what):
        value = self.data.get(name)
        if value is None or value == "":
            return None
        try:
            parsed = kind.fromisoformat(value)
        except (TypeError, ValueError):
            raise LineError(f"“{name}” phải là {what}, không phải {shown(value)}") from None
        if parsed.year not in YEARS:
            raise LineError(f"“{name}”: năm phải trong khoảng {YEARS[0]}–{YEARS[-1]}")
        return parsed

    def choice(self, name, choices, default):
        """One of the values of a TextChoices."""
        value = self.data.get(name) or default
        if value not in choices.values:
            allowed = ", ".join(choices.values)
            raise LineError(f"“{name}” phải là một trong: {allowed}; không phải {shown(value)}")
        return value

    def web_address(self, name, limit):
        """An http(s) address; any other is a fault and left out."""
        text = self.text(name, limit)
        try:
            return text and (check_web_address(text) or text)
        except ValidationError:
            self.faults.append(f"“{name}” không phải địa chỉ web dùng được: {shown(text)}")
            return ""


def identity(data):
    value = data.get("id")
    if not isinstance(value, int | str) or isinstance(value, bool):
        raise LineError("thiếu “id” (số hoặc chữ)")
    text = repair(str(value)).strip()
    if not text or "\0" in text:
        raise LineError("thiếu “id” (số hoặc chữ)")
    if len(text) > ID_LENGTH:
        raise LineError(f"“id” dài {len(text)} ký tự, tối đa {ID_LENGTH}")
    return text
