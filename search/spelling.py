"""The ways in which one word may stand in a text: what the index is asked for.

The index keeps words as they were written and without accents (search/sql/entries.sql), so that
filling it needs no keys; a query asks for every spelling of a word instead.
"""

import re
from functools import lru_cache
from unicodedata import normalize

from core.vietnamese import MARKS, TONES, tone_key

WORD = re.compile(r"[^\W_]+")
LONGEST = 10  # letters of a word that may be spelled in several ways; syllables have seven
I_OR_Y = re.compile("([hklmstvx]|qu)[iy]")
ZEROS = 3  # digits up to which a number may stand with zeros in front


def words_of(text):
    """The words of a text as the index knows them: small letters, NFC."""
    return WORD.findall(normalize("NFC", text).lower().replace("ð", "đ"))


def plain(word):
    """Without accents; the letter i or y stays what it is."""
    return MARKS.sub("", normalize("NFD", word)).replace("đ", "d")


@lru_cache(4096)
def plain_spellings(word):
    """Without accents, in every spelling: quý may stand as quy and qui, 2 as 02."""
    bare = plain(word)
    if bare.isdecimal() and len(bare) <= ZEROS:
        digits = bare.lstrip("0") or "0"
        return tuple(digits.zfill(length) for length in range(len(digits), ZEROS + 1))
    return tuple(_with_i_and_y(bare))


@lru_cache(4096)
def toned_spellings(word):
    """With its accents, in every spelling: hòa as hoà, quý as quí, thúy as thuý, never thúi."""
    if len(word) > LONGEST or plain(word) == word:
        return plain_spellings(word)
    key = tone_key(word)
    letters = normalize("NFD", word)
    tone = next((mark for mark in letters if mark in TONES), "")
    found = {word}
    for bare in _with_i_and_y(letters.replace(tone, "", 1) if tone else letters):
        forms = (bare[:place] + tone + bare[place:] for place in range(1, len(bare) + 1))
        found |= {normalize("NFC", form) for form in forms}
    real = (form for form in found if not MARKS.search(form))
    return tuple(sorted(form for form in real if tone_key(form) == key))


def has_accents(word):
    return plain(word) != word


def _with_i_and_y(word):
    if not I_OR_Y.fullmatch(word):
        return [word]
    return [word[:-1] + "i", word[:-1] + "y"]
