"""What the paragraphs of a .docx become."""

import io

import docx as python_docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from core.sanitise import clean_html
from core.word import read_docx
from tests.core.word.files import (
    NAMES,
    docx,
    item,
    lead,
    numbering,
    paragraph,
    relations,
    run,
    table,
    title,
)


def read(*body, **options):
    return read_docx(docx(*body, **options))


def body(*paragraphs, **options):
    """The HTML below a title and a lead."""
    return read(title(), lead(), *paragraphs, **options).body_html


def test_bold_centred_lines_are_the_title_and_the_bold_paragraph_the_lead():
    text = read(
        title("Hội nghị giao ban"),
        title("quý I năm 2022"),
        lead("Sáng 5/4, đã họp."),
        paragraph("Nội dung."),
    )
    assert text.title == "Hội nghị giao ban quý I năm 2022"
    assert text.lead == "Sáng 5/4, đã họp."
    assert text.body_html == "<p>Nội dung.</p>"
    assert text.report == []


@pytest.mark.parametrize("style", ["Title", "Heading1"])
def test_a_paragraph_of_the_style_for_titles_is_the_title(style):
    text = read(paragraph("Tiêu đề", style=style), paragraph("Mục", style="Heading2"))
    assert text.title == "Tiêu đề"
    assert text.body_html == "<h2>Mục</h2>"


@pytest.mark.parametrize(
    "first",
    [
        paragraph(run("Một tiêu đề đậm bên trái", "<w:b/>")),
        paragraph("Một tiêu đề căn giữa", align="center"),
    ],
)
def test_a_title_may_be_only_bold_or_only_centred(first):
    assert read(first, paragraph("Nội dung.")).title.startswith("Một tiêu đề")


@pytest.mark.parametrize(
    "first",
    [
        paragraph("Đoạn thường."),
        paragraph(run("Một câu in đậm kết thúc bằng dấu chấm.", "<w:b/>")),
        paragraph(run("Nghiêng", "<w:i/>"), align="center"),
        paragraph("x" * 301, align="center"),
    ],
)
def test_without_a_title_the_report_says_so_and_no_text_is_lost(first):
    text = read(first, paragraph("Nội dung."))
    assert text.title == ""
    assert any("Không nhận ra tiêu đề" in line for line in text.report)
    assert text.lead or "Nội dung." not in text.body_html[:15]


def test_a_short_bold_line_after_the_title_is_a_heading_of_the_text_not_its_lead():
    text = read(title(), paragraph(run("I. Kết quả", "<w:b/>")), paragraph("Nội dung."))
    assert text.lead == ""
    assert "<strong>I. Kết quả</strong>" in text.body_html
    assert any("Không nhận ra sa-pô" in line for line in text.report)


def test_a_lead_of_two_paragraphs_has_two_lines():
    assert (
        read(title(), lead("Câu một."), lead("Câu hai."), paragraph("x")).lead
        == "Câu một.\nCâu hai."
    )


def test_words_cut_into_runs_are_whole_again():
    pieces = [run("Ban Tu"), run("yên g"), run("iáo"), run(" Tỉnh", "<w:b/>"), run(" ủy", "<w:b/>")]
    assert body(paragraph(*pieces)) == "<p>Ban Tuyên giáo<strong> Tỉnh ủy</strong></p>"


def test_a_large_first_letter_belongs_to_its_word():
    letter = paragraph("S", rest='<w:framePr w:dropCap="drop" w:lines="3"/>')
    assert body(letter, paragraph("áng 5/4, đã họp.")) == "<p>Sáng 5/4, đã họp.</p>"


def test_a_letter_cut_from_its_marks_is_whole_again():
    text = read(title(), lead(), paragraph(run("Tuye\u0302"), run("n gia\u0301o")))
    assert text.body_html == "<p>Tuyên giáo</p>"
    assert "Đã đổi 2 từ gõ bằng Unicode tổ hợp sang Unicode dựng sẵn." in text.report


def test_icelandic_letters_and_hard_spaces_are_repaired_and_counted():
    text = read(title("Ðảng bộ"), lead(), paragraph("Ðoàn\u00a0thể\u00a0tỉnh"))
    assert (text.title, text.body_html) == ("Đảng bộ", "<p>Đoàn thể tỉnh</p>")
    assert "Đã thay 2 dấu cách không ngắt bằng dấu cách thường." in text.report
    assert any(line.startswith("Đã sửa 2 chữ Ð") for line in text.report)


def test_looks_that_say_something_stay():
    looks = "<w:b/><w:i/>", "<w:u w:val='single'/>", "<w:strike/>"
    shifted = [run("2", f'<w:vertAlign w:val="{where}script"/>') for where in ("super", "sub")]
    html = body(paragraph(*[run("a", look) for look in looks], *shifted))
    assert html == ("<p><strong><em>a</em></strong><u>a</u><s>a</s><sup>2</sup><sub>2</sub></p>")


def test_bold_comes_from_styles_too_and_can_be_switched_off():
    runs = run("đậm"), run(" không", '<w:b w:val="off"/>')
    assert body(paragraph(*runs, style="Strong")) == "<p><strong>đậm</strong> không</p>"


def test_headings_are_h2_to_h4_from_the_highest_in_use():
    html = body(*[paragraph(f"Mục {n}", style=f"Heading{n}") for n in (2, 3, 5)])
    assert html == "<h2>Mục 2</h2><h3>Mục 3</h3><h4>Mục 5</h4>"


def test_alignment_that_means_something_stays():
    centred, right = (paragraph("***", align=align) for align in ("center", "right"))
    html = body(paragraph("a", align="both"), centred, right, paragraph("b"))
    assert html == '<p>a</p><p class="text-center">***</p><p class="text-right">***</p><p>b</p>'


def test_a_quotation_is_one():
    assert body(paragraph("Lời nói", style="Quote")) == "<blockquote><p>Lời nói</p></blockquote>"


def test_breaks_stay_and_tabs_and_blanks_that_lay_out_go():
    typed = "<w:r><w:br/><w:tab/><w:t>một</w:t><w:tab/><w:t>  hai</w:t><w:br/><w:t>ba </w:t></w:r>"
    page_break = '<w:r><w:br w:type="page"/></w:r>'
    html = body(paragraph(typed), paragraph(), paragraph("  "), paragraph(page_break))
    assert html == "<p>một hai<br>ba</p>"


def test_bullets_are_lists_in_lists():
    items = item("một"), item("con", level=1), item("hai")
    parts = {"word/numbering.xml": numbering(("bullet", "·"), ("bullet", "o"))}
    html = body(*items, paragraph("x"), parts=parts)
    assert html == "<ul><li>một<ul><li>con</li></ul></li><li>hai</li></ul><p>x</p>"


def test_plain_numbers_are_a_list():
    parts = {"word/numbering.xml": numbering(("decimal", "%1."))}
    text = read(title(), lead(), item("một"), item("hai"), parts=parts)
    assert text.body_html == "<ol><li>một</li><li>hai</li></ol>"
    assert text.report == []


@pytest.mark.parametrize(
    ("kind", "pattern", "labels"),
    [
        ("decimal", "Điều %1.", ("Điều 1.", "Điều 2.", "Điều 3.")),
        ("lowerLetter", "%1)", ("a)", "b)", "c)")),
        ("upperRoman", "%1.", ("I.", "II.", "III.")),
        ("decimal", "%1.", ("1.", "2.", "3.")),
    ],
)
def test_numbers_that_html_would_not_show_so_are_written_out(kind, pattern, labels):
    parts = {"word/numbering.xml": numbering((kind, pattern))}
    html = body(item("x"), item("x"), paragraph("giữa"), item("x"), parts=parts)
    if kind == "decimal" and pattern == "%1.":
        assert html == "<ol><li>x</li><li>x</li></ol><p>giữa</p><p>3. x</p>"
    else:
        assert html == f"<p>{labels[0]} x</p><p>{labels[1]} x</p><p>giữa</p><p>{labels[2]} x</p>"


def test_numbers_of_several_levels_count_as_in_word():
    parts = {"word/numbering.xml": numbering(("decimal", "%1."), ("decimal", "%1.%2."))}
    items = [item("x", level) for level in (0, 1, 1, 0, 1)] + [item("mới", number=2)]
    html = body(*items, parts=parts)
    labels = ["1.", "1.1.", "1.2.", "2.", "2.1."]
    assert html == "".join(f"<p>{label} x</p>" for label in labels) + "<p>1. mới</p>"


def test_a_heading_keeps_its_number():
    place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    parts = {"word/numbering.xml": numbering(("upperRoman", "%1."))}
    assert body(paragraph("Kết quả", style="Heading2", rest=place), parts=parts) == (
        "<h2>I. Kết quả</h2>"
    )


def test_a_table_keeps_its_head_and_its_merged_cells():
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph("rộng") + "</w:tc>"
    high = [
        f"<w:tc><w:tcPr><w:vMerge{said}/></w:tcPr>{paragraph(text)}</w:tc>"
        for said, text in ((' w:val="restart"', "cao"), ("", ""))
    ]
    plain = f"<w:tc>{paragraph('a')}</w:tc>"
    rows = wide, high[0] + plain, high[1] + plain
    head = "<w:trPr><w:tblHeader/></w:trPr>"
    html = body(
        "<w:tbl>"
        + "".join(f"<w:tr>{'' if at else head}{row}</w:tr>" for at, row in enumerate(rows))
        + "</w:tbl>"
    )
    assert html == (
        '<table><thead><tr><th colspan="2"><p>rộng</p></th></tr></thead><tbody><tr>'
        '<td rowspan="2"><p>cao</p></td><td><p>a</p></td></tr>'
        "<tr><td><p>a</p></td></tr></tbody></table>"
    )


def test_lists_and_tables_in_a_table():
    parts = {"word/numbering.xml": numbering(("bullet", "·"))}
    inner = table([paragraph("trong")])
    html = body(table([item("a") + item("b"), inner + paragraph()]), parts=parts)
    assert "<td><ul><li>a</li><li>b</li></ul></td>" in html
    assert "<td><table><tbody><tr><td><p>trong</p></td></tr></tbody></table></td>" in html


def test_notes_are_numbered_and_stand_at_the_end():
    references = [f'<w:r><w:{kind}Reference w:id="2"/></w:r>' for kind in ("endnote", "footnote")]
    parts = {
        f"word/{kind}s.xml": f'<w:{kind}s {NAMES}><w:{kind} w:id="0" w:type="separator"><w:p/>'
        f'</w:{kind}><w:{kind} w:id="2">'
        + paragraph(f"<w:r><w:{kind}Ref/></w:r>", f" Chú giải {kind}")
        + f"</w:{kind}></w:{kind}s>"
        for kind in ("footnote", "endnote")
    }
    text = read(
        title(), lead(), paragraph("Một", references[0], " hai", references[1], references[0]),
        paragraph(run("Bài: Lan", "<w:b/>"), align="right"), parts=parts,
    )  # fmt: skip
    assert text.author == "Lan"
    assert text.body_html == (
        "<p>Một<sup>[1]</sup> hai<sup>[2][1]</sup></p><h2>Chú thích</h2>"
        "<p>[1] Chú giải endnote</p><p>[2] Chú giải footnote</p>"
    )
    assert "2 chú thích của Word được đưa xuống cuối bài và đánh số [1], [2] …" in text.report


def test_links_lead_where_they_lead_by_element_or_by_field():
    field = "".join(
        f"<w:r>{code}</w:r>"
        for code in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText> HYPERLINK "https://a.vn/b" </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>trường</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    element = '<w:hyperlink r:id="l1"><w:r><w:t>liên kết</w:t></w:r></w:hyperlink>'
    html = body(paragraph(element, " ", field, " sau"), links={"l1": "hyperlink https://a.vn/"})
    assert html == (
        '<p><a href="https://a.vn/" rel="external noopener noreferrer">liên kết</a> '
        '<a href="https://a.vn/b" rel="external noopener noreferrer">trường</a> sau</p>'
    )


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///C:/a.docx", "hop.docx"])
def test_a_link_that_leads_nowhere_is_text_and_reported(address):
    element = '<w:hyperlink r:id="l1"><w:r><w:t>tại đây</w:t></w:r></w:hyperlink>'
    text = read(title(), lead(), paragraph(element), links={"l1": f"hyperlink {address}"})
    assert text.body_html == "<p>tại đây</p>"
    assert any(line.startswith("Đã bỏ 1 liên kết") for line in text.report)


def test_other_fields_leave_their_result():
    codes = [
        '<w:fldChar w:fldCharType="begin"/>',
        "<w:instrText>PAGE</w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>7</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ]
    unfinished = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
    html = body(
        paragraph("trang ", *[f"<w:r>{code}</w:r>" for code in codes], unfinished), paragraph("sau")
    )
    assert html == "<p>trang 7</p><p>sau</p>"


def test_tracked_changes_are_settled_and_reported():
    text = read(
        title(), lead(),
        paragraph("Giữ ", f"<w:ins>{run('thêm')}</w:ins>", f"<w:del>{run('bỏ')}</w:del>"),
        '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>nối </w:t></w:r></w:p>',
        paragraph("liền"),
    )  # fmt: skip
    assert text.body_html == "<p>Giữ thêm</p><p>nối liền</p>"
    assert any("2 chỗ xóa chưa chốt" in line for line in text.report)
    assert any("1 chỗ thêm chưa chốt" in line for line in text.report)


def test_what_a_page_cannot_show_is_left_out_and_said():
    chart = (
        '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://x/2006/chart"/>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )
    text = read(
        title(), lead(),
        paragraph("a", '<w:r><w:commentReference w:id="1"/></w:r>', run("ẩn", "<w:vanish/>")),
        paragraph("b", "<m:oMath><m:r/></m:oMath>", chart, "<w:r><w:object/></w:r>"),
        '<w:altChunk r:id="image1"/>',
    )  # fmt: skip
    assert text.body_html == "<p>a</p><p>b</p>"
    said = " ".join(text.report)
    for words in ("1 nhận xét", "1 đoạn chữ ẩn", "1 công thức", "1 biểu đồ", "2 đối tượng nhúng"):
        assert words in said


def test_the_text_of_a_text_box_follows_its_paragraph():
    inside = f"<w:txbxContent>{paragraph('trong khung')}</w:txbxContent>"
    both = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic>"
        f"<a:graphicData><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        f"</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    text = read(title(), lead(), paragraph("Đoạn", both), paragraph("sau"))
    assert text.body_html == "<p>Đoạn</p><p>trong khung</p><p>sau</p>"
    assert any("1 khung văn bản" in line for line in text.report)


def test_signs_of_symbol_fonts_are_characters():
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'
    unknown = '<w:r><w:sym w:font="Không rõ" w:char="F0E0"/></w:r>'
    text = read(title(), lead(), paragraph(sign, run("\uf0b7", font="Symbol"), unknown))
    assert text.body_html == "<p>🡪•</p>"
    assert any("1 ký hiệu" in line for line in text.report)


def test_the_result_is_what_the_sanitiser_would_leave():
    hostile = paragraph("&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;")
    html = body(hostile, table([paragraph("a")], header=True))
    assert clean_html(html) == html
    assert html.startswith("<p>&lt;script&gt;")


def test_a_file_of_python_docx_reads_like_one_of_word():
    document = python_docx.Document()
    heading = document.add_paragraph()
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading.add_run("Tọa đàm ").bold = True
    heading.add_run("khoa giáo").bold = True
    document.add_paragraph().add_run("Chiều 16/8, Ban Tuyên giáo tổ chức tọa đàm.").bold = True
    document.add_heading("Kết quả", 2)
    for words in ("một", "hai"):
        document.add_paragraph(words, style="List Bullet")
    for words in ("ba", "bốn"):
        document.add_paragraph(words, style="List Number")
    document.add_table(1, 2).cell(0, 0).text = "ô"
    file = io.BytesIO()
    document.save(file)
    file.seek(0)
    text = read_docx(file)
    assert (text.title, text.lead) == (
        "Tọa đàm khoa giáo",
        "Chiều 16/8, Ban Tuyên giáo tổ chức tọa đàm.",
    )
    assert text.body_html == (
        "<h2>Kết quả</h2><ul><li>một</li><li>hai</li></ul><ol><li>ba</li><li>bốn</li></ol>"
        "<table><tbody><tr><td><p>ô</p></td><td></td></tr></tbody></table>"
    )


def test_strict_open_xml_reads_the_same():
    file = docx(title(), lead(), paragraph("Nội dung"))
    transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'<w:document xmlns:w="{transitional}"><w:body>{title()}</w:body></w:document>'
    strict = document.replace(transitional, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert read_docx(file).title == "Tiêu đề"
    assert read(parts={"word/document.xml": strict}).title == "Tiêu đề"


def test_the_main_part_may_have_another_name():
    parts = {
        "_rels/.rels": relations(main="officeDocument word/document2.xml"),
        "word/document2.xml": f"<w:document {NAMES}><w:body>{title('Khác')}</w:body></w:document>",
    }
    assert read(title(), parts=parts).title == "Khác"


def test_a_list_may_take_its_kind_from_a_style_of_lists():
    linked = numbering(("decimal", "%1.")).replace(
        '<w:num w:numId="1">',
        '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="So"/></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="1">',
    )
    linked = linked.replace('"7"><w:lvl', '"7"><w:styleLink w:val="So"/><w:lvl')
    html = body(item("một", number=3), parts={"word/numbering.xml": linked})
    assert html == "<ol><li>một</li></ol>"
