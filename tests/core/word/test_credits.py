"""Who wrote it, who took the pictures, where it was first."""

import pytest

from core.word import read_docx
from core.word.credits import labelled_credits
from tests.core.word.files import caption, docx, lead, paragraph, picture, run, title


@pytest.mark.parametrize(
    ("line", "author", "photographer", "source"),
    [
        ("Tác giả: Hoàng Quế", "Hoàng Quế", "", ""),
        ("Tác giả bài viết: Hoàng Quế", "Hoàng Quế", "", ""),
        ("Bài viết: Hoàng Quế", "Hoàng Quế", "", ""),
        ("TIN: Hoàng Quế", "Hoàng Quế", "", ""),
        ("Bài, ảnh: Hoàng Quế", "Hoàng Quế", "Hoàng Quế", ""),
        ("Bài ảnh: Hoàng Quế", "Hoàng Quế", "Hoàng Quế", ""),
        ("Tin, bài và ảnh : Hoàng Quế.", "Hoàng Quế", "Hoàng Quế", ""),
        ("Ảnh: Minh", "", "Minh", ""),
        ("Bài: Hoàng Quế - Ảnh: Minh Anh", "Hoàng Quế", "Minh Anh", ""),
        ("Bài: Hoàng Quế; Ảnh: Minh; Nguồn: TTXVN", "Hoàng Quế", "Minh", "TTXVN"),
        ("Nguồn: Báo Hà Nam", "", "", "Báo Hà Nam"),
        ("Nguồn Báo Nhân Dân", "", "", "Báo Nhân Dân"),
        ("Theo TTXVN", "", "", "TTXVN"),
        ("Theo: baochinhphu.vn", "", "", "baochinhphu.vn"),
        ("Theo tuyengiao.vn/tin-1", "", "", "tuyengiao.vn/tin-1"),
    ],
)
def test_labels_are_understood(line, author, photographer, source):
    assert labelled_credits(line) == (author, photographer, source)


@pytest.mark.parametrize(
    "line",
    [
        "Theo kế hoạch, hội nghị sẽ diễn ra vào ngày mai.",
        "Theo Đảng ủy xã, công tác này đã xong.",
        "Nguồn lực được huy động tốt.",
        "Bài học kinh nghiệm",
        "Bài:",
        "Tin tưởng: mọi người đều tin",
        "Nguồn: " + "x" * 101,
        "",
    ],
)
def test_sentences_are_no_credits(line):
    assert not any(labelled_credits(line))


def read(*last):
    return read_docx(docx(title(), lead(), paragraph("Nội dung."), *last))


def bold(text, align=""):
    return paragraph(run(text, "<w:b/>"), align=align)


@pytest.mark.parametrize(
    ("last", "author"),
    [
        (bold("Hoàng Quế", "right"), "Hoàng Quế"),
        (bold("Hoàng Quế - Minh Anh"), "Hoàng Quế - Minh Anh"),
        (paragraph("PKG", align="right"), "PKG"),
        (paragraph("Hoàng Quế (Ban Tuyên giáo Tỉnh ủy)", align="end"),
         "Hoàng Quế (Ban Tuyên giáo Tỉnh ủy)"),
    ],
)  # fmt: skip
def test_a_name_at_the_end_is_the_author(last, author):
    text = read(last, paragraph())
    assert (text.author, text.body_html) == (author, "<p>Nội dung.</p>")
    assert text.report == [f"Dòng cuối “{author}” được chuyển vào ô tác giả."]


@pytest.mark.parametrize(
    "last",
    [
        bold("Kết luận"),
        bold("HẾT"),
        paragraph("Hoàng Quế"),
        paragraph("Hà Nội, ngày 5 tháng 4", align="right"),
        bold("Một câu in đậm ở cuối bài."),
    ],
)
def test_other_last_lines_stay_in_the_text(last):
    text = read(last)
    assert text.author == ""
    assert text.body_html.count("<p") == 2


def test_several_lines_are_put_together():
    text = read(bold("Hoàng Quế", "right"), bold("Ảnh: Minh", "right"), paragraph("(Theo TTXVN)"))
    assert (text.author, text.photographer, text.source) == ("Hoàng Quế", "Minh", "TTXVN")
    assert text.body_html == "<p>Nội dung.</p>"


def test_a_second_author_is_not_put_over_the_first():
    text = read(bold("Tác giả: Lan"), bold("Tác giả: Minh"))
    assert text.author == "Minh"
    assert "Tác giả: Lan" in text.body_html


def test_the_line_may_stand_above_pictures_put_at_the_end():
    text = read(bold("Bài, ảnh: Lan", "right"), paragraph(picture()), caption("Quang cảnh"))
    assert text.author == "Lan"
    assert "Lan" not in text.body_html
    assert text.body_html.endswith("<figcaption>Quang cảnh</figcaption></figure>")


def test_a_source_below_the_last_picture_is_not_its_caption():
    text = read(paragraph(picture()), paragraph(run("Theo Báo Hà Nam", "<w:i/>"), align="right"))
    assert text.source == "Báo Hà Nam"
    assert text.pictures[0].caption == ""
