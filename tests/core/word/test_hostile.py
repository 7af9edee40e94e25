"""Files that are broken, or made to break what opens them."""

import io
import struct
import zipfile

import pytest

from core import archive
from core.archive import TooLargeError
from core.word import WordError, ooxml, package, read_docx
from core.word.package import Package
from tests.core.word.files import NAMES, TYPES, W, docx, lead, paragraph, relations, title
from tests.core.word.files import package as zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal(data):
    with pytest.raises(WordError) as error:
        read_docx(io.BytesIO(data))
    return str(error.value)


def document(xml):
    return docx(parts={"word/document.xml": xml}).getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "không phải là tệp Word"),
        (b"%PDF-1.7", "không phải là tệp Word"),
        (rb"{\rtf1 text}", "không phải là tệp Word"),
        (OLE + b"\0" * 2000, "lưu lại dạng .docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "đặt mật khẩu"),
        (b"PK\x03\x04 this is no archive", "bị hỏng"),
        (zipped({"xl/workbook.xml": "<workbook/>"}).getvalue(), "không phải là tệp Word"),
        (docx(title()).getvalue()[:-200], "bị hỏng"),
        (docx(title()).getvalue()[:900], "bị hỏng"),
        (document("<w:document"), "không đọc được"),
        (document(b"\xff\xfe\x00"), "không đọc được"),
        (document(b"<a>\xe9</a>"), "không đọc được"),
        (document("<a/>"), "không có nội dung"),
        (document(f"<w:document {NAMES}><w:body/></w:document>"), "không có nội dung"),
    ],
)
def test_the_message_says_what_is_wrong(data, said):
    assert said in refusal(data)


def test_a_zip_with_a_password_is_refused():
    data = bytearray(docx(title()).getvalue())
    at = 0
    while (at := data.find(archive.ENTRY, at)) >= 0:
        data[at + 8] |= 1
        at += 4
    assert "mật khẩu" in refusal(bytes(data))


@pytest.mark.parametrize("name", ["../evil", "word/../../evil", "/etc/evil", "a\\..\\b", "C:/evil"])
def test_an_entry_that_leads_outside_is_refused(name):
    assert "bất thường" in refusal(docx(title(), parts={name: b"x"}).getvalue())


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d SYSTEM "http://a.vn/d.dtd">',
        '<!doctype d [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]>',
    ],
)
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_declarations_are_refused_in_every_part_and_encoding(declared, part, encoding):
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{declared}<a/>'.encode(encoding)
    assert "khai báo XML" in refusal(docx(title(), parts={part: xml}).getvalue())


def test_another_encoding_cannot_hide_a_declaration():
    hidden = '<?xml version="1.0" encoding="cp037"?><!DOCTYPE d><a/>'.encode("cp037")
    assert "không đọc được" in refusal(document(hidden))


def test_utf_16_is_read():
    xml = f'<?xml version="1.0" encoding="utf-16"?><w:document {NAMES}><w:body>{title("Tỉnh ủy")}'
    data = docx(parts={"word/document.xml": f"{xml}</w:body></w:document>".encode("utf-16")})
    assert read_docx(data).title == "Tỉnh ủy"


def test_depth_has_an_end():
    deep = "<w:ins>" * 5000 + "</w:ins>" * 5000
    assert "quá phức tạp" in refusal(docx(title(), deep).getvalue())


def test_what_is_not_too_deep_is_read():
    frames = 15
    start, end = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    text = read_docx(docx(title(), lead(), start * frames + paragraph("đáy") + end * frames))
    assert text.body_html.count("<table>") == frames
    assert "<p>đáy</p>" in text.body_html


def test_a_stack_that_runs_out_is_a_message(monkeypatch):
    monkeypatch.setattr(ooxml, "MAX_DEPTH", 100_000)
    deep = "<w:ins>" * 3000 + "</w:ins>" * 3000
    assert "quá phức tạp" in refusal(docx(title(), deep).getvalue())


def test_tags_and_text_have_an_end(monkeypatch):
    assert "quá dài" in refusal(docx(title(), "<w:p/>" * 500_000).getvalue())
    monkeypatch.setattr("core.word.reading.MAX_TEXT", 1000)
    assert "quá dài" in refusal(docx(title(), paragraph("dài " * 300)).getvalue())
    monkeypatch.undo()
    monkeypatch.setattr("core.word.conversion.MAX_ELEMENTS", 100)
    assert "quá dài" in refusal(docx(title(), *[paragraph("x")] * 30).getvalue())


def test_a_part_of_xml_has_an_end(monkeypatch):
    monkeypatch.setattr(package, "MAX_XML", 5000)
    assert "quá lớn" in refusal(docx(title(), paragraph("x" * 6000)).getvalue())


def test_all_parts_together_have_an_end_before_any_is_opened(monkeypatch):
    monkeypatch.setattr(archive, "MAX_UNPACKED", 100_000)
    data = docx(title(), parts={"bomb": b"\0" * 200_000}).getvalue()
    monkeypatch.setattr(zipfile.ZipFile, "open", None)
    assert "quá lớn" in refusal(data)


def test_headers_that_lie_about_a_size_do_not_help(monkeypatch):
    """The directory says 10 bytes; the part is 100 kB."""
    data = bytearray(docx(title(), parts={"word/styles.xml": b" " * 100_000}).getvalue())
    at = data.index(b"word/styles.xml", data.index(archive.ENTRY)) - 46
    struct.pack_into("<L", data, at + 24, 10)
    assert "bị hỏng" in refusal(bytes(data))


def test_the_number_of_entries_has_an_end():
    data = docx(title(), parts={f"p{n}": b"" for n in range(2001)}).getvalue()
    assert "bất thường" in refusal(data)


def test_only_the_usual_compression_is_opened():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("_rels/.rels", relations(main="officeDocument word/document.xml"))
        archive.writestr("[Content_Types].xml", TYPES)
    assert "bất thường" in refusal(file.getvalue())


def test_a_file_too_large_is_not_opened(monkeypatch):
    monkeypatch.setattr(archive, "MAX_FILE", 1000)
    assert "quá lớn" in refusal(docx(title()).getvalue())


def test_a_part_is_read_up_to_its_limit():
    opened = Package(docx(title()))
    with pytest.raises(TooLargeError):
        opened.read("word/media/image1.jpg", 100)
    assert opened.read("WORD/Media/image1.jpg", 1000).startswith(b"\xff\xd8")


def test_nothing_is_fetched_and_nothing_is_written(monkeypatch, tmp_path):
    def refuse(*args, **kwargs):
        raise AssertionError("the network or the disk was touched")

    links = {
        "image1": "image https://a.vn/x.jpg",
        "template": "attachedTemplate http://a.vn/evil.dotm",
        "frame": "frame file:///etc/passwd",
    }
    linked = '<w:r><w:pict><v:shape><v:imagedata r:id="image1"/></v:shape></w:pict></w:r>'
    file = docx(title(), lead(), paragraph(linked), paragraph("Chữ"), links=links)
    monkeypatch.setattr("socket.socket", refuse)
    monkeypatch.setattr("builtins.open", refuse)
    assert read_docx(file).body_html == "<p>Chữ</p>"


def test_a_style_map_that_the_file_brings_along_is_not_followed():
    """mammoth would make <script> of a paragraph if a file said so."""
    parts = {"mammoth/style-map": "p => script:fresh"}
    assert read_docx(docx(title(), lead(), paragraph("Chữ"), parts=parts)).body_html == "<p>Chữ</p>"


@pytest.mark.parametrize(
    "broken",
    [
        f"<w:styles xmlns:w='{W}'><w:style><w:basedOn w:val='a'/></w:style></w:styles>",
        f"<w:styles xmlns:w='{W}'><w:style w:styleId='a' w:type='paragraph' w:default='1'>"
        "<w:basedOn w:val='a'/></w:style></w:styles>",
    ],
)
def test_styles_that_lead_in_circles_do_not(broken):
    file = docx(title(), lead(), paragraph("Chữ"), parts={"word/styles.xml": broken})
    assert read_docx(file).body_html == "<p>Chữ</p>"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("word-bomb.docx", "quá lớn"),
        ("word-external-entity.docx", "khai báo XML"),
        ("word-entities-billion.docx", "khai báo XML"),
        ("word-not-a-zip.docx", "bị hỏng"),
        ("word-path-traversal.docx", "bất thường"),
        ("word-old-binary.doc", "lưu lại dạng .docx"),
        ("paper-zip-bomb.zip", "quá lớn"),
        ("paper-zip-slip.zip", "bất thường"),
        ("picture-polyglot.jpg", "không phải là tệp Word"),
        ("paper-javascript.pdf", "không phải là tệp Word"),
    ],
)
def test_the_collection_of_hostile_files_is_refused(hostile_files, name, said):
    with hostile_files[name].open("rb") as file, pytest.raises(WordError, match=said):
        read_docx(file)


def test_a_link_to_a_script_is_only_text(hostile_files):
    with hostile_files["word-script-link.docx"].open("rb") as file:
        text = read_docx(file)
    assert text.body_html == "<p>tại đây</p>"
