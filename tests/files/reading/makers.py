"""Small files of every kind, written part by part."""

import io
import struct
import zipfile

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from tests.core.word.files import docx, paragraph

FONT = settings.BASE_DIR / "static" / "fonts" / "be-vietnam-pro-600.woff2"
OFFICE = "http://schemas.openxmlformats.org"
A = f'xmlns:a="{OFFICE}/drawingml/2006/main"'
ODF = "urn:oasis:names:tc:opendocument:xmlns"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def types(main):
    return f'<Types><Override PartName="/main.xml" ContentType="{main}"/></Types>'


def zipped(parts, compression=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def word(*lines, parts=None):
    given = {"[Content_Types].xml": types(DOCUMENT)} | (parts or {})
    return docx(*map(paragraph, lines), parts=given).getvalue()


def changed(data, part, old=b"", new=b""):
    """The zip with bytes of one part replaced, or with a new part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(parts | {part: parts.get(part, new).replace(old, new) if old else new})


def slides(*texts, parts=None):
    written = {"[Content_Types].xml": types(SLIDES)}
    for number, text in enumerate(texts, start=1):
        lines = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in text.split("\n"))
        written[f"ppt/slides/slide{number}.xml"] = f"<sld {A}>{lines}</sld>"
    return zipped(written | (parts or {}))


def open_document(kind, content, **parts):
    names = f'xmlns:text="{ODF}:text:1.0" xmlns:table="{ODF}:table:1.0"'
    xml = f"<content {names}>{content}</content>"
    mimetype = f"application/vnd.oasis.opendocument.{kind}"
    return zipped({"mimetype": mimetype, "content.xml": xml} | parts)


def raw_pdf(objects, trailer=b""):
    """A PDF of these numbered objects, the first of which is the catalogue."""
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF"
    return out + end % (len(objects) + 1, trailer, start)


def stream(content):
    return b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)


def pdf(*pages, font="Helvetica", box="0 0 595 842", annotations=b""):
    """Each page is a list of (x, y, text) in a font that is not embedded."""
    letters = sorted({c for page in pages for _, _, text in page for c in text if ord(c) > 127})
    codes = (
        {c: 128 + at for at, c in enumerate(letters)} if max(letters, default="") > "\xff" else {}
    )
    pairs = b"".join(b"<%02x> <%04x>\n" % (code, ord(c)) for c, code in codes.items())
    unicode = b"begincmap\n1 begincodespacerange <00> <ff> endcodespacerange\n"
    unicode += b"%d beginbfchar\n%sendbfchar\nendcmap" % (len(codes), pairs)
    written = b"/ToUnicode 4 0 R" if codes else b"/Encoding/WinAnsiEncoding"
    kids = b" ".join(b"%d 0 R" % (5 + 2 * at) for at in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d/MediaBox[%s]>>" % (kids, len(pages), box.encode()),
        b"<</Type/Font/Subtype/TrueType/BaseFont/%s%s>>" % (font.encode(), written),
        stream(unicode),
    ]
    for page in pages:
        head = b"<</Type/Page/Parent 2 0 R/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R%s>>"
        objects.append(head % (len(objects) + 2, annotations))
        objects.append(stream(b"".join(_shown(*line, codes) for line in page)))
    return raw_pdf(objects)


def _shown(x, y, text, codes):
    encoded = bytes(codes.get(letter) or ord(letter) for letter in text)
    return b"BT /F 14 Tf %d %d Td <%s> Tj ET\n" % (x, y, encoded.hex().encode())


def page_picture(*lines, size=(1240, 1754)):
    """A page as a scanner at 150 dpi would see it: (x, y, text) lines in points of the picture."""
    picture = Image.new("L", size, 250)
    draw = ImageDraw.Draw(picture)
    for x, y, text in lines:
        draw.text((x, y), text, fill=20, font=ImageFont.truetype(str(FONT), 34))
    return picture


def stamped(page, word, angle, place=(250, 320)):
    """The page with a stamp in red ink, framed and crooked as stamps by hand are."""
    font = ImageFont.truetype(str(FONT), 34)
    stamp = Image.new("RGBA", (int(font.getlength(word)) + 50, 76), (255, 255, 255, 0))
    draw = ImageDraw.Draw(stamp)
    draw.text((25, 14), word, font=font, fill=(200, 30, 30, 255))
    draw.rectangle((2, 2, stamp.width - 3, stamp.height - 3), outline=(200, 30, 30, 255), width=3)
    stamp = stamp.rotate(angle, Image.Resampling.BICUBIC, expand=True)
    page = page.convert("RGB")
    page.paste(stamp, place, stamp)
    return page


def saved(picture, kind, **options):
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def ole(*names):
    """An OLE2 file whose directory has these names and whose streams are empty."""
    end = 0xFFFFFFFE
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0"))
    struct.pack_into("<H", header, 30, 9)
    struct.pack_into("<L", header, 48, 1)  # the directory
    struct.pack_into("<LL", header, 68, end, 0)
    struct.pack_into("<109L", header, 76, 0, *[0xFFFFFFFF] * 108)
    entries = [_entry(name) for name in ("Root Entry", *names)]
    entries += [bytes(128)] * (-len(entries) % 4)
    sectors = len(entries) // 4
    chain = [0xFFFFFFFD, *range(2, sectors + 1), end]
    table = struct.pack("<128L", *chain, *[0xFFFFFFFF] * (128 - len(chain)))
    return bytes(header) + table + b"".join(entries)


def _entry(name):
    encoded = (name + "\0").encode("utf-16-le")
    return encoded.ljust(64, b"\0") + struct.pack("<HB", len(encoded), 2) + bytes(61)


def mp3(frames=3):
    return (b"\xff\xfb\x90\x00" + bytes(413)) * frames


def mp4(brand=b"mp42", handler=b"soun"):
    def box(name, content):
        return struct.pack(">L4s", len(content) + 8, name) + content

    moov = box(b"moov", box(b"hdlr", bytes(8) + handler + bytes(12)))
    return box(b"ftyp", brand + bytes(4)) + box(b"mdat", bytes(50)) + moov
