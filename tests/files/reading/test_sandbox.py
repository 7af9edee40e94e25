"""A process of its own for each file: what goes wrong in it goes wrong there alone."""

import subprocess
import tempfile
from zipfile import ZIP_STORED

import pytest
from PIL import Image

from files.reading import Limits, ReadingError, UnavailableError, draw
from files.reading.kinds import KINDS
from tests.core.word.files import docx, paragraph
from tests.files.reading.makers import DOCUMENT, ole, pdf, saved, types, word, zipped

PAPER = pdf([(72, 700, "Thông báo")], [(72, 700, "Trang hai")])
OLD = ole("WordDocument")


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    """The folder for temporary files, which has to be empty again after each test."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


@pytest.fixture
def soffice(tmp_path, monkeypatch):
    """Lets a line of shell run as LibreOffice, that is: inside the sandbox."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder), prepend=":")

    def does(line):
        (folder / "soffice").write_text(f"#!/bin/sh\n{line}\n")
        (folder / "soffice").chmod(0o755)

    return does


def test_a_file_is_read_in_another_process(sandboxed):
    assert sandboxed(PAPER).pages == ["Thông báo", "Trang hai"]


def test_links_to_this_site_are_known_there(sandboxed, settings):
    settings.SITE_URL = "https://tinhuy.example"
    link = '<w:hyperlink r:id="here"><w:r><w:t>tại đây</w:t></w:r></w:hyperlink>'
    parts = {"[Content_Types].xml": types(DOCUMENT)}
    links = {"here": "hyperlink https://tinhuy.example/van-ban/"}
    paper = sandboxed(docx(paragraph(link), links=links, parts=parts).getvalue())
    assert paper.html == '<p><a href="/van-ban/">tại đây</a></p>'


def test_it_is_told_no_secrets(sandboxed, soffice, tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "bi-mat")
    monkeypatch.setenv("DATABASE_URL", "postgresql://bi-mat@a/b")
    soffice(f"env > {tmp_path}/env; exit 1")
    with pytest.raises(ReadingError, match="không mở được"):
        sandboxed(OLD)
    assert "bi-mat" not in (tmp_path / "env").read_text()


def test_what_takes_too_long_is_ended_with_all_it_started(sandboxed, soffice, tmp_path):
    soffice(f"sleep 60 & echo $! > {tmp_path}/pid; wait")
    with pytest.raises(ReadingError, match="quá 3 giây"):
        sandboxed(OLD, Limits(seconds=3))
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", (tmp_path / "pid").read_text().strip()],
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    assert state.strip()[:1] in ("", "Z")


@pytest.mark.parametrize(
    ("signal", "said"), [("KILL", "bộ nhớ"), ("SEGV", "cấu trúc lạ"), ("XCPU", "quá lâu")]
)
def test_a_process_that_dies_is_a_sentence(sandboxed, soffice, signal, said):
    soffice(f"kill -{signal} $PPID")
    with pytest.raises(ReadingError, match=said):
        sandboxed(OLD)


def test_memory_has_an_end(sandboxed):
    huge = saved(Image.new("RGB", (8000, 8000)), "PNG", compress_level=1)
    with pytest.raises(ReadingError, match="bộ nhớ"):
        sandboxed(huge, Limits(memory=200 * 1024 * 1024))


def test_processor_time_has_an_end(sandboxed):
    endless = word(*["a " * 50] * 12_000)
    with pytest.raises(ReadingError, match=r"quá lâu|giây"):
        sandboxed(endless, Limits(seconds=1))


def test_a_file_that_writes_without_end_is_a_sentence(sandboxed):
    big = zipped({"a.pdf": PAPER + b" " * 5_000_000}, ZIP_STORED)
    with pytest.raises(ReadingError, match="không đọc được"):
        sandboxed(big, Limits(output=1_000_000))


def test_errors_of_reading_keep_their_sentence(sandboxed):
    with pytest.raises(ReadingError, match="Tệp PDF này bị hỏng"):
        sandboxed(PAPER[:60])


def test_pages_are_drawn_into_a_folder(written, tmp_path):
    paths = draw(written(PAPER), KINDS["PDF"], tmp_path / "trang", width=200)
    assert [path.name for path in paths] == ["trang-1.webp", "trang-2.webp"]
    assert Image.open(paths[1]).size == (200, 284)
    assert [p.name for p in draw(written(PAPER), KINDS["PDF"], tmp_path / "b", 2, 2)] == [
        "trang-2.webp"
    ]


def test_nothing_is_drawn_where_it_fails(written, tmp_path, monkeypatch):
    folder = tmp_path / "trang"
    with pytest.raises(ReadingError, match="hỏng"):
        draw(written(PAPER[:60]), KINDS["PDF"], folder)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnavailableError, match="LibreOffice"):
        draw(written(word("a")), KINDS["DOCX"], folder)
    assert not folder.exists()
