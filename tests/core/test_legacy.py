import re
import shutil
import subprocess
from itertools import product
from unicodedata import normalize

import pytest

from core.legacy import CODES, decoder_for, guess, is_syllable, tcvn3, tcvn3_upper, vni

ONSETS = ["", "b", "ch", "đ", "gi", "kh", "ngh", "nh", "qu", "tr", "x"]
RHYMES = re.findall(
    r"\w+",
    "a ai an ang anh ao au ay ăm ăn ăng âm ân âng âu ây e em en eo ê ên ênh êu i ia im in inh iu "
    "iêm iên iêng iêu o oi om on ong oa oai oan oang oăn oe ô ôi ôm ôn ông ơ ơi ơm ơn u ua ui um "
    "un ung uân uê uôi uôn uông uy uyên ư ưa ưi ưng ưu ươi ươm ươn ương ươu y yêm yên yêu",
)
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
VOWEL = re.compile("[aăâeêioôơuưy]")


def toned(rhyme, tone):
    """The tone on the vowel that carries a hat or a horn, else on the first."""
    at = next(iter([*re.finditer("[ăâêôơư]", rhyme)][-1:]), None) or VOWEL.search(rhyme)
    return normalize("NFC", rhyme[: at.end()] + tone + rhyme[at.end() :])


SYLLABLES = [onset + toned(rhyme, tone) for onset, rhyme, tone in product(ONSETS, RHYMES, TONES)]
EVERY_CASE = " ".join([*SYLLABLES, *map(str.upper, SYLLABLES), *map(str.title, SYLLABLES)])

# Written down a second time, from the manual of VNI-Windows, to check the table by.
VNI_MARKS = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
VNI_WITH_HAT = {"": "â", "\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
VNI_WITH_BOWL = {"": "ê", "\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
VNI_WHOLE = {"đ": "ñ", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "í": "í", "ì": "ì", "ỵ": "î"}


def vni_code(letter):
    low = letter.lower()
    if low in VNI_WHOLE:
        return VNI_WHOLE[low] if letter == low else VNI_WHOLE[low].upper()
    base, *marks = normalize("NFD", low)
    tone = next((mark for mark in marks if mark in VNI_MARKS), "")
    if "\u0302" in marks:
        code = base + VNI_WITH_HAT[tone]
    elif "\u0306" in marks:
        code = base + VNI_WITH_BOWL[tone]
    else:
        base = {"o": "ô", "u": "ö"}[base] if "\u031b" in marks else base
        code = base + VNI_MARKS.get(tone, "")
    return code if letter == low else code.upper()


def test_what_was_typed_in_tcvn3_comes_back():
    encode = {ord(letter): chr(code) for code, letter in CODES.items()}
    assert tcvn3(EVERY_CASE.translate(encode)) == EVERY_CASE


def test_what_was_typed_in_vni_comes_back():
    assert vni("".join(map(vni_code, EVERY_CASE))) == EVERY_CASE


@pytest.mark.skipif(not shutil.which("iconv"), reason="needs iconv to compare with")
def test_the_table_is_that_of_tcvn_5712():
    codes = bytes(code for code in CODES if not 0xB0 <= code <= 0xB4)
    command = ["iconv", "-f", "TCVN", "-t", "UTF-8"]
    spaced = b" ".join(bytes([code]) for code in codes)
    answer = subprocess.run(command, input=spaced, capture_output=True, check=False)
    if answer.returncode:
        pytest.skip("this iconv does not know TCVN")
    assert tcvn3(spaced.decode("latin-1")) == answer.stdout.decode()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Uû ban nh©n d©n", "Uỷ ban nhân dân"),
        ("§¶ng bé tØnh", "Đảng bộ tỉnh"),
        ("\u009ey ban", "Ủy ban"),
        ("žy ban", "Ủy ban"),  # the same code as a Windows-1252 letter
        ("H–C TÞP", "HỌC TịP"),  # a sign of Windows-1252 between capitals is a letter
        ("T”NG", "TÕNG"),
        ("“ch÷” – 5‰ … HCM–HN, 10€", "“chữ” – 5‰ … HCM–HN, 10€"),
        ("37°C, 20 m²", "37°C, 20 m²"),
    ],
)
def test_tcvn3(typed, meant):
    assert tcvn3(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Uûy ban nhaân daân", "Ủy ban nhân dân"),
        ("UÛY BAN NHAÂN DAÂN TÆNH", "ỦY BAN NHÂN DÂN TỈNH"),
        ("Thöôøng tröïc, ñoàng chí Kyø", "Thường trực, đồng chí Kỳ"),
    ],
)
def test_vni(typed, meant):
    assert vni(typed) == meant


def test_a_font_of_capitals_shows_capitals():
    assert tcvn3_upper("uû ban nh©n d©n") == "UỶ BAN NHÂN DÂN"


@pytest.mark.parametrize(
    ("font", "decoder"),
    [
        (".VnTime", tcvn3),
        ('".VnArial Narrow"', tcvn3),
        (".VnTimeH", tcvn3_upper),
        ("VNI-Times", vni),
        ("vni-helve", vni),
        ("Times New Roman", None),
        ("Vnitalic", None),
        ("", None),
        (None, None),
    ],
)
def test_a_font_tells_its_encoding(font, decoder):
    assert decoder_for(font) is decoder


@pytest.mark.parametrize(
    ("text", "decoded", "name"),
    [
        ("Rµ so¸t, bæ sung", "Rà soát, bổ sung", "TCVN3"),
        ("Nghị quyết", "Nghị quyết", ""),
        ("Héi ®ång nh©n d©n (H§ND) tØnh", "Hội đồng nhân dân (HĐND) tỉnh", "TCVN3"),
        ("Uûy ban nhaân daân", "Ủy ban nhân dân", "VNI"),
    ],
)
def test_the_encoding_is_guessed_from_the_words(text, decoded, name):
    assert guess(text) == (decoded, name)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hội nghị giao ban công tác khoa giáo",
        "Lê Công là tôi, và có không",  # Vietnamese without a letter of its own
        "Annual report 2024 (final), p. 12",
        "© 2024 ® ™ § 5, 3 × 4 = 12, 25°C, 20 m², ½ ¾, 5 µm ± 1",
        "café, São Paulo, Müller, naïve résumé, déjà vu, señor",
        "«Bonjour» à tous, l’été à la carte",
        "Die Bücher sind schön und groß",
    ],
)
def test_nothing_else_is_touched_by_a_guess(text):
    assert guess(text) == (text, "")


@pytest.mark.parametrize("word", ["nghiêng", "quốc", "giếng", "Đảng", "tuýp", "khuỷu", "y"])
def test_a_syllable(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["", "café", "cấc\u0301", "các9", "toc", "dân dân", "Wifi", "hap"])
def test_no_syllable(word):
    assert not is_syllable(word)


def test_every_syllable_made_here_is_one():
    odd = [word for word in SYLLABLES if not is_syllable(word)]
    assert not odd
