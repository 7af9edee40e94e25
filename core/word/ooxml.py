"""The XML of a .docx: its names, and a parser that nothing in the file can exhaust."""

import re
from xml.etree.ElementTree import Element, ParseError, fromstring

OFFICE = "http://schemas.openxmlformats.org"
W = f"{{{OFFICE}/wordprocessingml/2006/main}}"
R = f"{{{OFFICE}/officeDocument/2006/relationships}}"
A = f"{{{OFFICE}/drawingml/2006/main}}"
WP = f"{{{OFFICE}/drawingml/2006/wordprocessingDrawing}}"
PIC = f"{{{OFFICE}/drawingml/2006/picture}}"
MC = f"{{{OFFICE}/markup-compatibility/2006}}"
M = f"{{{OFFICE}/officeDocument/2006/math}}"
V = "{urn:schemas-microsoft-com:vml}"
RELATIONSHIP = f"{{{OFFICE}/package/2006/relationships}}Relationship"

# "Strict Open XML", which Word can save too, differs in its namespaces.
STRICT = {
    f"http://purl.oclc.org/ooxml/{name}": f"{OFFICE}/{usual}"
    for name, usual in (
        ("wordprocessingml/main", "wordprocessingml/2006/main"),
        ("officeDocument/relationships", "officeDocument/2006/relationships"),
        ("officeDocument/math", "officeDocument/2006/math"),
        ("drawingml/main", "drawingml/2006/main"),
        ("drawingml/wordprocessingDrawing", "drawingml/2006/wordprocessingDrawing"),
        ("drawingml/picture", "drawingml/2006/picture"),
    )
}

MAX_MARKS = 400_000  # tags and attributes; a text of a hundred pages has half
MAX_DEPTH = 60  # a table in a table in a text box comes to 30

DECLARATION = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
UNREADABLE = "Nội dung tệp Word này không đọc được. Hãy mở bằng Word, lưu lại rồi gửi lại."
FORBIDDEN = "Tệp Word này chứa khai báo XML không an toàn nên không được nhận."
TOO_LONG = "Tệp Word này quá dài hoặc quá phức tạp cho một bài viết. Hãy chia thành nhiều tệp."


class WordError(ValueError):
    """The file cannot be taken; the message tells its sender why, in Vietnamese."""


def parse(data: bytes) -> Element:
    """The root of a part. No declarations, no entities, bounded in size and depth."""
    try:
        wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise WordError(UNREADABLE) from error
    if DECLARATION.search(text):
        raise WordError(FORBIDDEN)
    if text.count("<") + text.count("=") > MAX_MARKS:
        raise WordError(TOO_LONG)
    for strict, usual in STRICT.items():
        text = text.replace(strict, usual)
    try:
        root = fromstring(text)  # noqa: S314 - what makes it unsafe was refused above
    except ParseError as error:
        raise WordError(UNREADABLE) from error
    _refuse_depth(root)
    return root


def _refuse_depth(root):
    level, depth = [root], 0
    while level:
        level, depth = [child for element in level for child in element], depth + 1
        if depth > MAX_DEPTH:
            raise WordError(TOO_LONG)


def value(element: Element | None, name: str) -> str | None:
    """w:val of a child: value(rPr, "jc")."""
    child = element.find(W + name) if element is not None else None
    return child.get(W + "val") if child is not None else None


def flag(element: Element | None, name: str) -> bool | None:
    """A property that is on, off or not mentioned (None)."""
    child = element.find(W + name) if element is not None else None
    return None if child is None else child.get(W + "val") not in ("0", "false", "off", "none")
