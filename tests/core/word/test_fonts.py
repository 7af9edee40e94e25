"""Text under fonts of the years before Unicode."""

import pytest

from core.word import read_docx
from core.word.fonts import unicode_texts
from tests.core.word.files import NAMES, docx, item, lead, numbering, paragraph, run, title

OLD = "Uû ban nh©n d©n tØnh"
NEW = "<p>Uỷ ban nhân dân tỉnh</p>"
FONT = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'


def read(*body, **options):
    return read_docx(docx(title(), lead(), *body, **options))


@pytest.mark.parametrize(
    ("body", "options"),
    [
        (paragraph(run(OLD, font=".VnTime")), {}),
        (paragraph(OLD, style="Old"), {}),
        (paragraph(OLD, style="Older"), {}),  # based on it
        (paragraph(run(OLD, '<w:rStyle w:val="Older"/>')), {}),
        (paragraph(OLD), {"defaults": FONT}),
        (
            paragraph(OLD),
            {
                "defaults": '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>',
                "links": {"t": "theme theme/theme1.xml"},
                "parts": {
                    "word/theme/theme1.xml": f"<a:theme {NAMES}><a:minorFont><a:latin typeface="
                    '".VnTime"/></a:minorFont></a:theme>'
                },
            },
        ),
    ],
)
def test_an_old_font_is_found_wherever_it_is_set(body, options):
    text = read(body, **options)
    assert text.body_html == NEW
    assert any("mã TCVN3" in line for line in text.report)


def test_a_font_of_today_on_the_run_wins_over_an_old_style():
    assert read(paragraph(run("là ý", font="Arial"), style="Old")).body_html == "<p>là ý</p>"


def test_the_title_and_the_lead_are_decoded_too():
    text = read_docx(
        docx(
            paragraph(run("héi nghÞ", "<w:b/>", ".VnTimeH"), align="center"),
            paragraph(run("Uûy ban nhaân daân hoïp.", "<w:b/>", "VNI-Times")),
            paragraph("Nội dung."),
        )
    )
    assert (text.title, text.lead) == ("HỘI NGHỊ", "Ủy ban nhân dân họp.")
    assert text.report == [
        "Đã chuyển 1 đoạn gõ bằng phông chữ cũ .Vn (mã TCVN3) sang Unicode.",
        "Đã chuyển 1 đoạn gõ bằng phông chữ cũ VNI sang Unicode.",
    ]


def test_a_letter_and_its_vni_mark_in_two_runs_are_one():
    runs = [
        run(part, font="VNI-Times") for part in ("Thoâ", "ng ba", "ùo ho", "aø", " ñ", "ö", "ôïc")
    ]
    assert read(paragraph(*runs)).body_html == "<p>Thông báo hoà được</p>"


def test_the_soft_hyphen_of_other_programs_is_a_letter_of_tcvn3():
    typed = f"<w:r><w:rPr>{FONT}</w:rPr><w:t>tr</w:t><w:softHyphen/><w:t>íc</w:t></w:r>"
    plain = "<w:r><w:t>tr</w:t><w:softHyphen/><w:t>ước</w:t></w:r>"
    assert read(paragraph(typed, " ", plain)).body_html == "<p>trước trước</p>"


def test_unicode_that_was_pasted_under_an_old_font_stays():
    text = read(paragraph(run("Hội nghị là của năm 2020", font=".VnTime")))
    assert text.body_html == "<p>Hội nghị là của năm 2020</p>"
    assert text.report == []


def test_a_paragraph_may_mix_both_under_the_old_font():
    pieces = [("Hội nghị ", ".VnTime"), ("là ", ".VnTime"), ("n¨m ", ".VnTime"), ("là", "Arial")]
    assert unicode_texts(pieces) == (["Hội nghị ", "là ", "năm ", "là"], "tcvn3")


def test_old_text_without_its_font_is_guessed_and_said():
    text = read(
        paragraph("Rµ so¸t, bæ sung, ", run("söa ®æi", "<w:b/>")), paragraph("café là 5 × 4")
    )
    assert text.body_html == "<p>Rà soát, bổ sung, <strong>sửa đổi</strong></p><p>café là 5 × 4</p>"
    assert any("xin đọc lại" in line for line in text.report)


def test_automatic_labels_are_decoded():
    levels = numbering(("decimal", "§iÒu %1.")).replace(
        "</w:lvl>", f"<w:rPr>{FONT}</w:rPr></w:lvl>"
    )
    html = read(item("Phạm vi"), parts={"word/numbering.xml": levels}).body_html
    assert html == "<p>Điều 1. Phạm vi</p>"
