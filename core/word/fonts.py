"""The text of a paragraph in Unicode, whatever fonts it was typed in."""

import re

from mammoth.docx.dingbats import dingbats

from core.legacy import NAMED, VNI_MARKS, decoder_for, gain, guess, is_unicode, vni

PRIVATE = re.compile("[\uf020-\uf0ff]")  # what a font of symbols shows for the codes 20-FF
SPLIT_MARK = re.compile(f"[{VNI_MARKS}]+")


def unicode_texts(pieces: list[tuple[str, str]]) -> tuple[list[str], str]:
    """The decoded texts of (text, font) pieces of one paragraph, and what they were: "tcvn3",
    "vni", "guessed" where no font said so, or ""."""
    texts = [text for text, _ in pieces]
    decoders = [decoder_for(font) for _, font in pieces]
    kind = ""
    if not any(decoders):
        name = guess("".join(texts))[1]
        decoders = [NAMED.get(name)] * len(pieces)
        kind = "guessed" if name else ""
    elif texts != (decoded := _decoded(texts, decoders)):
        return decoded, "vni" if vni in decoders else "tcvn3"
    return _decoded(texts, decoders), kind


def symbol(font: str, code: int) -> str:
    """The character that a font of symbols shows, "" where nobody knows it."""
    return chr(dingbats.get((font, code & 0xFF), 0)).strip("\0")


def _decoded(texts, decoders):
    texts = _with_whole_letters(texts, decoders)
    mixed = any(is_unicode(t) for t, decode in zip(texts, decoders, strict=True) if decode)
    return [
        # Unicode was pasted under an old font here: each piece must show what it is.
        decode(text) if decode and (not mixed or _improves(text, decode)) else text
        for text, decode in zip(texts, decoders, strict=True)
    ]


def _improves(text, decode):
    return not is_unicode(text) and gain(text, decode) > 0


def _with_whole_letters(texts, decoders):
    """A VNI mark that begins a run belongs to the letter that ends the one before."""
    texts = list(texts)
    for at in range(1, len(texts)):
        mark = SPLIT_MARK.match(texts[at])
        if mark and decoders[at - 1] is decoders[at] is vni:
            texts[at - 1] += mark[0]
            texts[at] = texts[at][mark.end() :]
    return texts
