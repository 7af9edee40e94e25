"""Vietnamese text: repairs on the way in, keys for search and order, wording of dates.

`repair` and the three keys exist as SQL functions too (core/sql/vietnamese.sql); a change to
one is a change to both, and a migration that recomputes what the function fed.
"""

import re
from collections import Counter
from datetime import date, datetime
from itertools import groupby, islice
from string import ascii_lowercase, ascii_uppercase
from unicodedata import combining, is_normalized, normalize
from zoneinfo import ZoneInfo

from django.db.models import Func, TextField
from django.utils import timezone

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
LINKING = ("và", "của", "với", "tại", "các")  # they join names, and belong to neither
WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")

ETHS = "\u00d0\u00f0"  # Icelandic letters that look like Đ đ, from old keyboards
NO_BREAK_SPACES = "\u00a0\u202f\u2007"
REPAIRS = tuple(zip(ETHS + NO_BREAK_SPACES, "Đđ   ", strict=True))
LOWER = str.maketrans(ascii_uppercase + "Đ" + ETHS + NO_BREAK_SPACES, ascii_lowercase + "đđđ   ")

LONGEST_RUN = 30  # marks on one letter in "stream-safe" text, Unicode Standard Annex 15
NOT_WORDS = re.compile(rf"[^\w\s\x00-\x7f]{{{LONGEST_RUN + 1},}}")

TONES = "\u0300\u0309\u0303\u0301\u0323"  # grave, hook, tilde, acute, dot: dictionary order
MARKS = re.compile("[\u0300-\u036f]+")
LETTER = "a-zđ\u0300-\u036f"
TONE_BEFORE_VOWELS = re.compile(f"([{TONES}])([\u0302\u0306]?[aeiouy][aeiouy\u0302\u0306\u031b]*)")
WHOLE_RHYME_Y = re.compile(f"(^|[^{LETTER}])([hklmstvx]|qu)y([{TONES}]?)(?![{LETTER}])")
WHOLE_RHYME_Y_PLAIN = re.compile("(^|[^a-z])([hklmstvx]|qu)y(?![a-z])")

# Private-use characters that sort after all others: first the marks that make a letter of its
# own (ă before â, ô before ơ), then the tones.
LETTER_ORDER = str.maketrans(
    {
        "\u0306": "\U0010fff0",
        "\u0302": "\U0010fff1",
        "\u031b": "\U0010fff2",
        "đ": "d\U0010fff0",
    }
    | dict.fromkeys(TONES, "")
)
TONE_ORDER = str.maketrans(TONES, "\U0010fff3\U0010fff4\U0010fff5\U0010fff6\U0010fff7")


def repair(text: str) -> str:
    """What may be stored: NFC, Đ đ for their Icelandic doubles, plain spaces.

    A run of more than 30 marks, which only an attack has, is cut (here alone, not in SQL):
    normalizing takes time by the square of its length.
    """
    if not is_normalized("NFC", text):
        text = normalize("NFC", NOT_WORDS.sub(_with_short_runs, text))
    for wrong, right in REPAIRS:
        text = text.replace(wrong, right)
    return text


def repairs(text: str) -> Counter:
    """What `repair` would change, by name; words for NFC, characters for the rest."""
    return +Counter(
        {
            "NFC": sum(not is_normalized("NFC", word) for word in text.split(" ")),
            "Ð/ð": sum(map(text.count, ETHS)),
            "dấu cách không ngắt": sum(map(text.count, NO_BREAK_SPACES)),
        }
    )


def tone_key(text: str) -> str:
    """A key for search that keeps the accents: hòa = hoà = HÒA, quí = quý, but thúi ≠ thúy.

    The tone goes behind the last vowel of its run, wherever it was typed (hòa, tòan, qủa, cuả),
    and y is written i where it is the whole rhyme after h k l m s t v x qu.
    """
    text = TONE_BEFORE_VOWELS.sub(r"\2\1", _folded(text))
    return normalize("NFC", WHOLE_RHYME_Y.sub(r"\1\2i\3", text))


def plain_key(text: str) -> str:
    """A key for search without any accents: "Đặng Thị Quý" gives "dang thi qui"."""
    return WHOLE_RHYME_Y_PLAIN.sub(r"\1\2i", _unaccented(text))


def sort_key(text: str) -> str:
    """A key that compares bytewise in dictionary order: spaces, digits, then the letters
    a ă â … d đ e ê …; tones (none, grave, hook, tilde, acute, dot) only break ties."""
    text = _folded(text)
    return MARKS.sub("", text.translate(LETTER_ORDER)) + "\x01" + text.translate(TONE_ORDER)


def slugify(text: str, length: int = 80) -> str:
    """Letters a-z, digits and hyphens, cut between words; empty where nothing is left."""
    slug = re.sub(r"[^a-z0-9]+", "-", _unaccented(normalize("NFKD", text))).strip("-")
    if len(slug) <= length:
        return slug
    return slug[: length + 1].rpartition("-")[0] or slug[:length]


def date_words(moment: datetime) -> str:
    """An aware moment as the portals show it: Thứ ba - 12/10/2021 09:05."""
    local = timezone.localtime(moment, HANOI)
    return f"{WEEKDAYS[local.weekday()]} - {day_words(local)} {local:%H:%M}"


def day_words(day: date) -> str:
    """A date, or the local date of an aware moment: 28/12/2017."""
    day = _local(day)
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def machine_time(day: date) -> str:
    """A moment or a date as HTML and feeds write it: 2021-10-12T09:05:00+07:00, 2021-10-12."""
    return _local(day).isoformat()


def long_day_words(day: date) -> str:
    """As official papers write it (Decree 30/2020: a zero before days under 10 and months
    under 3): ngày 28 tháng 8 năm 2020, ngày 05 tháng 02 năm 2021."""
    day = _local(day)
    month = f"{day.month:02}" if day.month < 3 else day.month
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def together(name: str) -> str:
    """A name that breaks between its things, not within them: `Tuyên giáo` and `Tỉnh ủy` are a
    capital word with a small one, the place at the end is two capital words."""
    first, *others = name.split(" ")
    joined, before = first, first
    for number, word in enumerate(others, 1):
        opens = before[:1].isupper()
        pair = opens and word[:1].islower() and word not in LINKING
        place = opens and word[:1].isupper() and number == len(others)
        joined += ("\N{NO-BREAK SPACE}" if pair or place else " ") + word
        before = word
    return joined


def thousands(number: int) -> str:
    """1846 gives 1.846."""
    return f"{number:,}".replace(",", ".")


def _with_short_runs(characters):
    runs = groupby(characters[0], lambda character: combining(character) > 0)
    return "".join(c for marks, run in runs for c in islice(run, LONGEST_RUN if marks else None))


def _local(day):
    return timezone.localtime(day, HANOI) if isinstance(day, datetime) else day


def _folded(text):
    """Letters and marks apart, lower case, đ for each of its doubles, plain spaces."""
    return normalize("NFD", text).translate(LOWER)


def _unaccented(text):
    return MARKS.sub("", _folded(text)).replace("đ", "d")


class ToneKey(Func):
    function = "core_tone_key"
    arity = 1
    output_field = TextField()


class PlainKey(ToneKey):
    function = "core_plain_key"


class SortKey(ToneKey):
    """For order_by() and indexes: bytes decide, whatever the database's collation."""

    function = "core_sort_key"
    template = '%(function)s(%(expressions)s) COLLATE "C"'
