"""A ZIP's members are read, and nothing in it escapes."""

import pytest

from files.reading import stamps_in, zips
from tests.files.reading.makers import mp3, pdf, slides, word, zipped

PAPER = pdf([(72, 700, "Thông báo")])


def test_members_are_read_each_as_a_page(reading):
    archive = reading(zipped({"Văn bản/a.pdf": PAPER, "b.docx": word("Kế hoạch"), "Văn bản/": ""}))
    names = "Văn bản/a.pdf\nb.docx"
    assert archive.pages == [names, "Văn bản/a.pdf\nThông báo", "b.docx\nKế hoạch"]
    assert archive.page_count == 3
    assert not archive.needs_declaration


def test_a_stamp_inside_is_found(reading):
    archive = reading(zipped({"a.pdf": PAPER, "b.pptx": slides("Chào mừng", "TỐI MẬT")}))
    assert [(stamp.page, stamp.word) for stamp in stamps_in(archive.pages)] == [(3, "TỐI MẬT")]


def test_what_is_not_read_is_said(reading):
    nested = zipped({"trong.zip": zipped({"c.docx": word("MẬT")})})
    members = {"a.pdf": PAPER, "b.zip": nested, "c.pdf": PAPER[:30], "d.mp3": mp3(), "e.txt": "e"}
    archive = reading(zipped(members))
    assert archive.pages[1:] == ["a.pdf\nThông báo"]
    assert "4 trong 5 tệp" in archive.note
    assert archive.needs_declaration


def test_one_broken_member_fails_alone(reading):
    data = bytearray(zipped({"a.docx": word("Một"), "b.pdf": PAPER}))
    data[60] ^= 0xFF  # inside the first member
    archive = reading(bytes(data))
    assert archive.pages[1:] == ["b.pdf\nThông báo"]


def test_the_number_and_size_of_members_have_an_end(reading, monkeypatch):
    monkeypatch.setattr(zips, "MAX_MEMBERS", 2)
    monkeypatch.setattr(zips, "MAX_MEMBER", len(PAPER))
    archive = reading(zipped({"a.pdf": PAPER, "b.pdf": PAPER + b" ", "c.pdf": PAPER}))
    assert archive.pages[1:] == ["a.pdf\nThông báo"]
    assert "2 trong 3 tệp" in archive.note


@pytest.mark.parametrize(
    "name", ["a\0.exe.pdf", "a" * 300 + ".pdf", "right\u202efdp.pdf", "a\nb.pdf"]
)
def test_strange_names_inside_do_no_harm(reading, name):
    archive = reading(zipped({name: PAPER}))
    assert "\0" not in "".join(archive.pages)
    assert archive.page_count == 2
