"""Files that lines name: beside the interchange file, never outside its folder."""

import re
from html.parser import HTMLParser
from pathlib import Path
from unicodedata import normalize
from urllib.parse import unquote

from django.core.exceptions import ValidationError

from exchange.reading import LineError, shown
from library.markup import image
from library.models import Picture
from library.uploads import Upload

IMAGE = re.compile(r"""<img\b(?:[^>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
ALT_LENGTH = Picture._meta.get_field("alt").max_length
CREDIT_LENGTH = Picture._meta.get_field("credit").max_length


def beside(folder: Path, name: str) -> Path:
    """The file `name` in `folder`, which is resolved; LineError for none or one outside.

    Some systems keep a name composed (ế), others decomposed (e and its marks).
    """
    for spelling in dict.fromkeys([name, normalize("NFC", name), normalize("NFD", name)]):
        if path := inside(folder, spelling):
            return path
    raise LineError(f"không tìm thấy tệp {shown(name)}")


def inside(folder, name):
    """The path of the file; None where there is none."""
    try:
        path = (folder / name.replace("\\", "/")).resolve()
        if Path(name).is_absolute() or not path.is_relative_to(folder):
            raise LineError(f"tệp {shown(name)} phải nằm trong thư mục của tệp JSON")
        return path if path.is_file() else None
    except (OSError, RuntimeError, ValueError):  # too long, a loop of links, NUL
        return None


def stamps(folder, names):
    """For each of the files what changes when it is replaced."""
    return [stamp(folder, str(name)) for name in names]


def stamp(folder, name):
    try:
        stat = beside(folder, name).stat()
    except (LineError, OSError):
        return ""
    return f"{stat.st_size}.{stat.st_mtime_ns}"


def named_in(body):
    """The files that a body shows as pictures."""
    return [unquote(src) for tag in IMAGE.findall(body) if (src := own_source(attributes(tag)))]


class Pictures:
    """Pictures from the folder for the library; in a dry run they are only looked at."""

    def __init__(self, folder, *, dry_run=False):
        self.folder = folder
        self.dry_run = dry_run

    def take(self, line, name, alt, credit=""):
        """The Picture of a file; None in a dry run, and where it is a fault of the line."""
        try:
            return self.stored(name, alt[:ALT_LENGTH], credit[:CREDIT_LENGTH])
        except LineError as fault:
            line.faults.append(str(fault))
            return None

    def stored(self, name, alt, credit):
        try:
            with beside(self.folder, name).open("rb") as file:
                if self.dry_run:
                    Upload.of(file)
                    return None
                return Picture.objects.add(file, alt=alt, credit=credit)
        except ValidationError as error:
            raise LineError(f"{shown(name)}: {error.messages[0]}") from None
        except OSError as error:
            raise LineError(f"không đọc được tệp {shown(name)}: {error.strerror}") from None

    def placed(self, line, body, title):
        """The body with the library's pictures in place of the files that it names."""

        def replace(match):
            tag = attributes(match[0])
            source = own_source(tag)
            line.repairs["ảnh không kèm theo (đã bỏ)"] += bool(tag.get("src") and not source)
            picture = source and self.take(line, unquote(source), tag.get("alt") or title)
            return image(picture, tag.get("alt") or "", tag.get("class")) if picture else ""

        return IMAGE.sub(replace, body) if "<" in body else body


def own_source(tag):
    source = (tag.get("src") or "").strip()
    return "" if ELSEWHERE.match(source) else source


class TagReader(HTMLParser):
    def handle_starttag(self, tag, attrs):
        self.attributes = dict(reversed(attrs))  # the first of a name counts


def attributes(tag):
    reader = TagReader()
    reader.attributes = {}
    reader.feed(tag)
    return reader.attributes
