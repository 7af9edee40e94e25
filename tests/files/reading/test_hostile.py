"""The collection of hostile files: each is refused, fails with a sentence, or is harmless."""

import pytest

from files.reading import Limits, ReadingError, check_name, draw, kind_of, run

LIMITS = Limits(seconds=30, memory=600 * 1024 * 1024)

REFUSED = {
    "picture-svg-script.svg": "trang web",
    "picture-svg-named.png": "trang web",
    "picture-empty.jpg": "rỗng",
    "picture-php.jpg.php": "chương trình",
    "picture-gif-javascript.gif": "Không nhận được loại tệp này",
    "picture-double.jpg.html": "trang web",
    "word-not-a-zip.docx": "bị hỏng",
    "word-path-traversal.docx": "bất thường",
    "word-old-binary.doc": "hỏng",
    "paper-html-inside.pdf": "trang web",
    "paper-program.pdf": "chương trình",
    "paper-zip-bomb.zip": "quá lớn",
    "paper-zip-slip.zip": "bất thường",
}
UNREADABLE = {
    "picture-huge-dimensions.png": "quá nhiều điểm ảnh",
    "picture-bomb.png": "quá nhiều điểm ảnh",
    "picture-truncated.jpg": "bị hỏng",
    "picture-html-inside.png": "bị hỏng",
    "word-bomb.docx": "quá lớn",
    "word-external-entity.docx": "khai báo XML",
    "word-entities-billion.docx": "khai báo XML",
    "paper-truncated.pdf": "bị hỏng",
    "paper-xref-loop.pdf": "bị hỏng",
    "paper-stream-bomb.pdf": "hỏng hoặc",
    "paper-html-after-header.pdf": "bị hỏng",
}
HARMLESS = {
    "picture-polyglot.jpg": [""],
    "word-script-link.docx": ["tại đây"],
    "paper-many-pages.pdf": [""] * LIMITS.pages,
    "paper-giant-page.pdf": [""],
    "paper-javascript.pdf": [""],
}


def read(path):
    with path.open("rb") as file:
        return run(path, kind_of(file), LIMITS)


def test_every_file_of_the_collection_is_looked_at(hostile_files):
    assert (
        hostile_files.keys() - {"names.txt"} == REFUSED.keys() | UNREADABLE.keys() | HARMLESS.keys()
    )


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_what_it_says_is_refused_unread(hostile_files, name):
    with hostile_files[name].open("rb") as file, pytest.raises(ReadingError, match=REFUSED[name]):
        kind_of(file)


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_fails_with_a_sentence(hostile_files, name):
    with pytest.raises(ReadingError, match=UNREADABLE[name]):
        read(hostile_files[name])


@pytest.mark.parametrize("name", HARMLESS)
def test_what_can_be_read_does_no_harm(hostile_files, name):
    reading = read(hostile_files[name])
    assert reading.pages == HARMLESS[name]
    assert "script" not in reading.html


def test_a_giant_page_is_drawn(hostile_files, tmp_path):
    path = hostile_files["paper-giant-page.pdf"]
    with path.open("rb") as file:
        kind = kind_of(file)
    [page] = draw(path, kind, tmp_path, limits=LIMITS)
    assert page.stat().st_size < 100_000


def test_names_of_the_collection_become_harmless(hostile_files):
    with hostile_files["paper-javascript.pdf"].open("rb") as file:
        kind = kind_of(file)
    for line in hostile_files["names.txt"].read_text(encoding="utf-8").splitlines():
        name = check_name(line.strip("'").encode().decode("unicode_escape", "ignore"), kind)
        assert name.endswith(".pdf")
        assert not set(name) & set('/\\\n"\0\u202e')
