"""Text of the years before Unicode: letters that only a font turned into Vietnamese.

TCVN3 (fonts .VnTime and its sisters) gives each letter one code, VNI (fonts VNI-Times …) writes
most as a plain letter and a mark. Files keep the codes as Latin-1 or Windows-1252 characters, so
that is what is decoded here. Sources: TCVN 5712:1993 (as `iconv -f TCVN` reads it), VNI-Windows.
"""

import re
from collections.abc import Callable
from unicodedata import normalize

# TCVN 5712: capitals with a tone at 80-9F, then the letters from A1 on. The combining marks of
# B0-B4 are left out: in these fonts "37°C" and "m²" are what was meant.
CAPITALS = "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
LETTERS = (
    "ĂÂÊÔƠƯĐăâêôơưđẰ°±²³´àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò"
    "ỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
CONTROLS = dict(
    zip(b"\x01\x02\x04\x05\x06\x11\x12\x13\x14\x15\x16\x17", "ÚỤỪỬỮỨỰỲỶỸÝỴ", strict=True)
)
CODES = CONTROLS | dict(enumerate(CAPITALS, 0x80)) | dict(enumerate(LETTERS, 0xA1))

# Codes 80-9F that a reader took for Windows-1252. Its letters are none of ours; its signs may be
# meant as such ("5‰", a quotation), so they are letters only inside a syllable of capitals.
WINDOWS = {
    ord(bytes([code]).decode("cp1252")): CODES[code]
    for code in range(0x80, 0xA0)
    if bytes([code]).decode("cp1252", "ignore")
}
TCVN3 = CODES | {code: letter for code, letter in WINDOWS.items() if chr(code).isalpha()}
TCVN3_CAPITALS = TCVN3 | WINDOWS
SIGNS = "".join(chr(code) for code in WINDOWS if code not in TCVN3)
QUOTATION = "‘’“”–—…•"
WORD = re.compile(r"[^\s!-@\[-`{-~]+")

# VNI: after a, e, o, u, y (and ô, ö for ơ, ư) a character says which marks the letter carries.
VNI_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
VNI_HATS = dict(zip("áàåãä", "\u0301\u0300\u0309\u0303\u0323", strict=True))
VNI_BOWLS = dict(zip("éèúüë", "\u0301\u0300\u0309\u0303\u0323", strict=True))
VNI_SINGLE = dict(zip("ôöñæóòî", ("ơ", "ư", "đ", "ỉ", "ĩ", "ị", "ỵ"), strict=True))


def _vni_table():
    marks = {("aeouyôö", mark): tone for mark, tone in VNI_TONES.items()}
    marks |= {("aeo", mark): "\u0302" + tone for mark, tone in VNI_HATS.items()}
    marks |= {("a", mark): "\u0306" + tone for mark, tone in VNI_BOWLS.items()}
    marks |= {("aeo", "â"): "\u0302", ("a", "ê"): "\u0306"}
    table = dict(VNI_SINGLE)
    for (bases, mark), marked in marks.items():
        for base in bases:
            table[base + mark] = normalize("NFC", VNI_SINGLE.get(base, base) + marked)
    # A capital may carry the mark of either case: "Uûy ban", "UÛY BAN".
    for pair, letter in list(table.items()):
        for mark in {pair[1:], pair[1:].upper()}:
            table[pair[0].upper() + mark] = letter.upper()
    return table


VNI = _vni_table()
VNI_MARKS = "".join(sorted({pair[1] for pair in VNI if len(pair) == 2}))
VNI_LETTER = re.compile("|".join(sorted(VNI, key=len, reverse=True)))

UNICODE_ONLY = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ\u0300\u0301\u0303\u0309\u0323]")


def tcvn3(text: str) -> str:
    """Uû ban nh©n d©n gives Uỷ ban nhân dân."""
    if any(sign in text for sign in SIGNS):
        return WORD.sub(_tcvn3_word, text)
    return text.translate(TCVN3)


def tcvn3_upper(text: str) -> str:
    """The same under a font whose name ends in H, which shows capitals for small letters."""
    return tcvn3(text).upper()


def vni(text: str) -> str:
    """Uûy ban nhaân daân gives Ủy ban nhân dân."""
    return VNI_LETTER.sub(lambda letter: VNI[letter[0]], text)


def decoder_for(font_name: str | None) -> Callable[[str], str] | None:
    """What turns text under this font into Unicode; None for a font of our time."""
    name = (font_name or "").strip("'\" ")
    if name.lower().startswith(".vn"):
        return tcvn3_upper if name.endswith("H") else tcvn3
    return vni if re.match(r"VNI[- ]", name, re.IGNORECASE) else None


def is_unicode(text: str) -> bool:
    """It holds a Vietnamese letter that no old font's codes could have become."""
    return bool(UNICODE_ONLY.search(text))


def guess(text: str) -> tuple[str, str]:
    """Decoded text and "TCVN3" or "VNI", or the text as it is and "".

    Two words at least must become Vietnamese that were not; signs that stand alone (©, 3 × 4)
    say nothing.
    """
    if is_unicode(text):
        return text, ""
    gains = {name: gain(text, decode) for name, decode in NAMED.items()}
    name = max(gains, key=gains.get)
    return (NAMED[name](text), name) if gains[name] >= 2 else (text, "")


NAMED = {"TCVN3": tcvn3, "VNI": vni}


def gain(text: str, decode: Callable[[str], str]) -> int:
    """Words that decoding makes Vietnamese, less three for each that it leaves odd."""
    good = bad = 0
    for word in {word for word in WORD.findall(text) if re.search("[A-Za-z]", word)}:
        if word.isascii():
            continue
        decoded = decode(word)
        good += is_syllable(decoded) and not is_syllable(word)
        bad += not is_syllable(decoded) and not decoded.isupper()  # H§ND is HĐND
    return good - 3 * bad


def _tcvn3_word(word):
    inner = word[0].strip(QUOTATION)
    capitals = inner.translate(TCVN3_CAPITALS)
    if re.search("[A-Z]", inner) and capitals.isupper() and is_syllable(capitals):
        return word[0].replace(inner, capitals)
    return word[0].translate(TCVN3)


SYLLABLE = re.compile(
    """
    (?:b|ch?|d|đ|g[hi]?|h|kh?|l|m|n|ngh?|nh|p|ph|qu|r|s|t|th|tr|v|x)?
    (?: a(?:ch?|i|m|n|ng|nh|o|p|t|u|y)? | ă(?:c|m|n|ng|p|t) | â(?:c|m|n|ng|p|t|u|y)
      | e(?:c|m|n|ng|o|p|t)? | ê(?:ch|m|n|ng|nh|p|t|u)?
      | i(?:a|ch|m|n|nh|p|t|u)? | iê(?:c|m|n|ng|p|t|u)
      | o(?:c|i|m|n|ng|oc|ong|p|t)? | oa(?:ch?|i|m|n|ng|nh|o|p|t|y)?
      | oă(?:c|m|n|ng|t) | oe(?:m|n|o|t)?
      | ô(?:c|i|m|n|ng|p|t)? | ơ(?:i|m|n|p|t)?
      | u(?:a|c|i|m|n|ng|ơ|p|t)? | uâ(?:n|ng|t|y) | uê(?:ch|nh|t|u)? | uô(?:c|i|m|n|ng|t)
      | uy(?:a|ch|ên|êt|n|nh|p|t|u)?
      | ư(?:a|c|i|m|n|ng|t|u)? | ươ(?:c|i|m|n|ng|p|t|u)
      | y(?:ch|nh|t)? | yê(?:m|n|ng|t|u)
    )
    """,
    re.VERBOSE,
)
TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


def is_syllable(word: str) -> bool:
    """A well-formed syllable of Vietnamese, with at most one tone, one that its end allows."""
    letters = normalize("NFD", word.lower())
    tones = TONE.findall(letters)
    plain = normalize("NFC", TONE.sub("", letters))
    if len(tones) > 1 or not SYLLABLE.fullmatch(plain):
        return False
    # What ends in a stop is said with the acute or the dot.
    return not plain.endswith(("c", "ch", "p", "t")) or "".join(tones) in ("\u0301", "\u0323")
