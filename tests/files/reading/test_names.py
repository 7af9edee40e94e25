"""The name under which a file goes out."""

import pytest

from files.reading import UnreadableError, check_name
from files.reading.kinds import KINDS

PDF, WORD, JPEG = KINDS["PDF"], KINDS["DOCX"], KINDS["JPEG"]


@pytest.mark.parametrize(
    ("name", "kind", "given"),
    [
        ("Báo cáo.pdf", PDF, "Báo cáo.pdf"),
        ("Báo cáo.PDF", PDF, "Báo cáo.pdf"),
        ("Ba\u0301o ca\u0301o.pdf", PDF, "Báo cáo.pdf"),
        ("ảnh.jpeg", JPEG, "ảnh.jpg"),
        ("Báo cáo quý 1.2026", PDF, "Báo cáo quý 1.2026.pdf"),
        ("Kế hoạch.doc", WORD, "Kế hoạch.docx"),
        ("Kế hoạch.pdf", WORD, "Kế hoạch.docx"),
        (r"C:\Users\lan\Kế hoạch.docx", WORD, "Kế hoạch.docx"),
        ("../../evil.pdf", PDF, "evil.pdf"),
        ("con\nđường.pdf", PDF, "con đường.pdf"),
        ('"quote";.pdf', PDF, "_quote_;.pdf"),
        ("a\0b.pdf", PDF, "ab.pdf"),
        ("right\u202efdp.docx", WORD, "rightfdp.docx"),
        ("  .pdf", PDF, "tep.pdf"),
        ("", PDF, "tep.pdf"),
        ("...", PDF, "tep.pdf"),
        ("CON.pdf", PDF, "_CON.pdf"),
        ("tên có dấu cách và Ð.pdf", PDF, "tên có dấu cách và Ð.pdf"),
    ],
)
def test_the_extension_is_that_of_the_content(name, kind, given):
    assert check_name(name, kind) == given


def test_a_name_of_300_characters_is_cut_to_what_file_systems_take():
    name = check_name("ữ" * 300 + ".pdf", PDF)
    assert name.endswith("ữ.pdf")
    assert 180 < len(name.encode()) <= 255


@pytest.mark.parametrize("name", ["thông báo.pdf.exe", "a.html", "a.SVG", "x.php", "tải.bat "])
def test_a_name_that_says_program_is_refused(name):
    with pytest.raises(UnreadableError, match="PDF"):
        check_name(name, PDF)
