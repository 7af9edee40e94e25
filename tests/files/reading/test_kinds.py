"""What a file is comes from its content."""

import io

import pytest
from PIL import Image

from files.reading import UnreadableError, kind_of
from files.reading.kinds import KINDS
from tests.files.reading.makers import (
    WORKBOOK,
    mp3,
    mp4,
    ole,
    open_document,
    pdf,
    saved,
    slides,
    types,
    word,
    zipped,
)

PICTURE = Image.new("RGB", (8, 6))
DOCM = "application/vnd.ms-word.document.macroEnabled.main+xml"
SAMPLES = {
    "PDF": pdf([(72, 700, "a")]),
    "DOCX": word("a"),
    "DOC": ole("WordDocument", "1Table", "Data", "CompObj", "ObjectPool"),
    "XLSX": zipped({"[Content_Types].xml": types(WORKBOOK)}),
    "XLS": ole("Workbook"),
    "PPTX": slides("a"),
    "PPT": ole("PowerPoint Document"),
    "ODT": open_document("text", ""),
    "ODS": open_document("spreadsheet", ""),
    "ZIP": zipped({"Thư mục/báo cáo.txt": "a"}),
    "JPEG": saved(PICTURE, "JPEG"),
    "PNG": saved(PICTURE, "PNG"),
    "WEBP": saved(PICTURE, "WEBP"),
    "MP3": mp3(),
    "M4A": mp4(),
    "OGG": b"OggS" + bytes(60),
    "WAV": b"RIFF\x24\0\0\0WAVEfmt ",
}


def refusal(data):
    with pytest.raises(UnreadableError) as error:
        kind_of(io.BytesIO(data))
    return str(error.value)


@pytest.mark.parametrize("label", KINDS)
def test_each_kind_is_known_by_its_content(label):
    assert kind_of(io.BytesIO(SAMPLES[label])) == KINDS[label]


def test_the_file_is_left_at_its_start():
    file = io.BytesIO(SAMPLES["DOC"])
    file.read(100)
    kind_of(file)
    assert file.tell() == 0


def test_what_looks_odd_at_first_is_taken():
    assert kind_of(io.BytesIO(b"\xef\xbb\xbf\r\n" + SAMPLES["PDF"])).label == "PDF"
    assert kind_of(io.BytesIO(zipped({"scripts/a.pdf": b"a"}))).label == "ZIP"
    assert kind_of(io.BytesIO(b"ID3\x04" + bytes(20))).label == "MP3"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "rỗng"),
        (b"Ghi chu", "Không nhận được loại tệp này"),
        (bytes(5000), "Không nhận được loại tệp này"),
        (b"\xff\xfb\x90\x00" + bytes(900), "Không nhận được loại tệp này"),
        (b"GIF89a" + bytes(20), "Không nhận được loại tệp này"),
        (mp4(handler=b"vide"), "Không nhận được loại tệp này"),
        (b"\0\0\0\x18ftypheic" + bytes(20), "HEIC"),
        (b"  <!DOCTYPE html><p>", "trang web"),
        (b"\xef\xbb\xbf<svg onload='x'/>", "trang web"),
        (b"<script>%PDF-1.7", "trang web"),
        (b"MZ" + bytes(500), "chương trình"),
        (b"\x7fELF" + bytes(500), "chương trình"),
        (b"#!/bin/sh\n", "chương trình"),
        (rb"{\rtf1 text}", "RTF"),
        (word("a")[:-100], "hỏng"),
        (word("a", parts={"word/vbaProject.bin": b"x"}), "macro"),
        (word("a", parts={"[Content_Types].xml": types(DOCM)}), "macro"),
        (open_document("text", "", **{"Basic/Standard/Module1.xml": "x"}), "macro"),
        (ole("WordDocument", "Macros", "VBA"), "macro"),
        (ole("EncryptedPackage", "EncryptionInfo"), "mật khẩu"),
        (ole("__properties_version1.0"), "hỏng"),
        (ole("Workbook")[:700], "hỏng"),
        (ole("Workbook")[:520], "hỏng"),
        (open_document("presentation", ""), "Không nhận được loại tệp này"),
        (zipped({"[Content_Types].xml": "<Types/>"}), "hỏng"),
        (zipped({"[Content_Types].xml": b" " * 2_000_000}), "hỏng"),
        (zipped({"bao-cao.pdf.exe": b"MZ"}), "bao-cao.pdf.exe"),
        (zipped({"a.pdf": b"a", "A.pdf": b"b"}), "trùng tên"),
        (zipped({"META-INF/MANIFEST.MF": b"x"}), "chương trình"),
    ],
)
def test_what_is_not_taken_is_refused_with_a_reason(data, said):
    assert said in refusal(data)


@pytest.mark.parametrize("name", ["../evil", "a/../../evil", "/etc/evil", "a\\..\\b", "C:/evil"])
def test_a_zip_that_leads_outside_is_refused(name):
    assert "bất thường" in refusal(zipped({name: b"x"}))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr("core.archive.MAX_UNPACKED", 200_000)
    bomb = zipped({f"{n}.txt": b"\0" * 30_000 for n in range(7)})
    monkeypatch.setattr("zipfile.ZipFile.open", None)
    assert "quá lớn" in refusal(bomb)


def test_a_zip_of_too_many_members_is_refused():
    assert "bất thường" in refusal(zipped({f"{n}": b"" for n in range(2001)}))


def test_a_zip_with_a_password_is_refused():
    data = bytearray(zipped({"a.txt": b"a"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "mật khẩu" in refusal(bytes(data))


def test_a_directory_of_ole_that_leads_in_circles_ends():
    data = bytearray(ole("Unknown"))
    data[512 + 4 : 512 + 8] = (1).to_bytes(4, "little")  # the directory's sector leads to itself
    data[68:72] = (0).to_bytes(4, "little")  # and so does the table of tables
    assert "hỏng" in refusal(bytes(data))
