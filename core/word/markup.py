"""HTML of text that a word processor laid out by blanks and breaks."""

import re

NOTES_TITLE = "Chú thích"

_BLOCK = "(?:p|li|td|th|h[1-6]|figcaption|blockquote|div)"
_FRAME = "(?:p|li|h[1-6]|div|[uo]l|blockquote|fig(?:ure|caption)|table|t(?:head|body|foot|[rdh]))"
_LOOKS = "(?:strong|em|u|s|sup|sub)"
_BLANK = r"(?:\s|\u00a0|<br ?/?>)"
# Possessive, and begun where blanks begin: a page of nothing but blanks is read once.
AT_START = re.compile(rf"(<{_BLOCK}(?: [^<>]*)?>(?:<{_LOOKS}>)*+){_BLANK}++")
AT_END = re.compile(rf"(?<!\s)(?<!<br>)(?<!<br />){_BLANK}++((?:</{_LOOKS}>)*+</{_BLOCK}>)")
BETWEEN = re.compile(rf"(</?{_FRAME}(?: [^<>]*)?>){_BLANK}++(?=</?{_FRAME}\b)")
BREAKS = re.compile(r"(?:<br ?/?>){3,}")
AROUND_BREAK = re.compile(r"(?<!\s)\s*+(<br ?/?>)\s++")
SEVERAL = re.compile(r"[ \t\r\n\u00a0]{2,}|[\t\r\n]")


def without_blanks(html: str) -> str:
    """No blanks and breaks at the edges of blocks, one blank where there are several, at most
    two breaks."""
    html = BREAKS.sub("<br><br>", AROUND_BREAK.sub(r"\1", SEVERAL.sub(" ", html)))
    html = AT_END.sub(r"\1", AT_START.sub(r"\1", html))
    return BETWEEN.sub(r"\1", html)
