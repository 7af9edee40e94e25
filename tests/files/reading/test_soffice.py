"""Files of old Office go through LibreOffice; a stand-in plays its part here."""

import pytest

from files.reading import ReadingError, UnavailableError, kind_of, page_pictures, read
from files.reading.kinds import KINDS
from tests.files.reading.makers import ole, pdf, slides, word

PROGRAM = """#!/bin/sh
profile=${1#-env:UserInstallation=file://}
test -f "$profile/user/registrymodifications.xcu" || exit 3
while [ $# -gt 1 ]; do
  case $1 in
    --convert-to) wanted=$2 ;;
    --outdir) out=$2 ;;
  esac
  shift
done
test -f "$1" && mkdir -p "$out" && cp "SAMPLES/a.$wanted" "$out/source.$wanted"
"""
OLD = ole("WordDocument")


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """A program soffice that gives ready files, whatever it is asked to convert."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, data in {
        "a.docx": word("Kế hoạch"),
        "a.pptx": slides("Một", "Hai"),
        "a.pdf": pdf([(72, 700, "Thông báo")]),
    }.items():
        (folder / name).write_bytes(data)
    program = folder / "soffice"
    program.write_text(PROGRAM.replace("SAMPLES", str(folder)))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=":")
    return program


@pytest.fixture
def nowhere(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.usefixtures("stand_in")
def test_an_old_word_file_is_read_as_a_new_one(reading):
    assert reading(OLD).pages == ["Kế hoạch"]
    assert "Kế hoạch" in reading(OLD).html


@pytest.mark.usefixtures("stand_in")
def test_old_slides_are_read_one_by_one(reading):
    assert reading(ole("PowerPoint Document")).pages == ["Một", "Hai"]


@pytest.mark.usefixtures("stand_in")
def test_pages_of_office_files_are_drawn(written):
    path = written(OLD)
    assert [number for number, _ in page_pictures(path, KINDS["DOC"], 1, 9, 200)] == [1]


@pytest.mark.usefixtures("stand_in")
def test_a_file_that_it_does_not_convert_is_a_sentence(reading):
    with pytest.raises(ReadingError, match="không mở được"):
        reading(ole("Workbook"))  # there is no a.xlsx


def test_a_program_that_hangs_is_ended(reading, stand_in, monkeypatch):
    stand_in.write_text("#!/bin/sh\nexec sleep 60\n")
    monkeypatch.setattr("files.reading.soffice.SECONDS", 0.2)
    with pytest.raises(ReadingError, match="không mở được"):
        reading(OLD)


@pytest.mark.usefixtures("nowhere")
def test_without_it_an_old_file_is_left_to_its_sender(written):
    path = written(OLD)
    with path.open("rb") as file:
        paper = read(path, kind_of(file))
    assert (paper.pages, paper.needs_declaration) == ([""], True)
    assert "chưa cài LibreOffice nên chưa đọc được tệp DOC" in paper.note


@pytest.mark.usefixtures("nowhere")
def test_without_it_office_files_have_no_pages_to_see(written):
    with pytest.raises(UnavailableError, match="LibreOffice"):
        list(page_pictures(written(word("a")), KINDS["DOCX"], 1, 9, 200))
