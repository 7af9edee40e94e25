"""What is pasted from Word gives what its file would give."""

import pytest

from core.sanitise import clean_html
from core.word import clean_pasted

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- @font-face {{font-family:".VnTime";}}
 p.MsoNormal, li.MsoNormal {{margin:0cm; font-family:{font};}} --></style></head>
<body lang=VI style='tab-interval:36.0pt'>
<!--StartFragment-->{body}<!--EndFragment--></body></html>"""


def pasted(body, font='"Times New Roman","serif"'):
    html = clean_pasted(WORD.format(body=body, font=font))
    assert clean_html(html) == html
    return html


def item(label, text, level=1, ended=""):
    return (
        f"<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level{level} lfo1'>"
        "<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>"
        f"{label}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span>"
        f"<![endif]>{text}<o:p></o:p></p>\n"
    )


def test_only_the_text_and_its_structure_stay():
    html = pasted(
        "<p class=MsoNormal align=center style='text-align:center'><b><span\n"
        "style='font-size:16.0pt;color:red'>Tiêu\nđề<o:p></o:p></span></b></p>\n"
        "<p class=MsoNormal style='text-align:justify'>Một"
        "<span style='mso-tab-count:1'>&nbsp; </span>"
        "<i style='mso-bidi-font-style:normal'>hai</i> &lt;ba&gt;<o:p></o:p></p>\n"
        "<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n<div class=WordSection1><p>Bốn</p></div>"
    )
    assert html == (
        '<p class="text-center"><strong>Tiêu đề</strong></p>'
        "<p>Một <em>hai</em> &lt;ba&gt;</p><p>Bốn</p>"
    )


@pytest.mark.parametrize(
    ("body", "font"),
    [
        (
            '<p><span style=\'font-family:".VnTime","sans-serif"\'>Uû ban\nnh©n d©n</span></p>',
            "Arial",
        ),
        ("<p><font face=.VnTime>Uû ban <b>nh©n</b> d©n</font></p>", "Arial"),
        ("<p class=MsoNormal>Uû ban nh©n d©n</p>", '".VnTime","sans-serif"'),
        ("<p class=MsoNormal>Uû ban nh©n <span>d©n</span></p>", "Arial"),  # guessed
    ],
)
def test_old_fonts_are_decoded_from_attributes_classes_and_words(body, font):
    assert pasted(body, font).replace("<strong>", "").replace("</strong>", "") == (
        "<p>Uỷ ban nhân dân</p>"
    )


def test_a_font_of_today_within_an_old_one_wins():
    span = "<span style='font-family:\"Arial\"'>là ý</span>"
    assert pasted(f"<p class=MsoNormal>n¨m {span}</p>", ".VnTime") == "<p>năm là ý</p>"


def test_vni_is_decoded_across_tags():
    body = "<p style='font-family:VNI-Times'>Thoâng ba<span>ùo</span></p>"
    assert pasted(body) == "<p>Thông báo</p>"


def test_lists_are_lists():
    html = pasted(item("·", "một") + item("o", "con", 2) + item("·", "hai") + "<p>x</p>")
    assert html == "<ul><li>một<ul><li>con</li></ul></li><li>hai</li></ul><p>x</p>"


def test_numbers_are_a_list_only_where_html_counts_the_same():
    assert pasted(item("1.", "một") + item("2.", "hai")) == "<ol><li>một</li><li>hai</li></ol>"
    assert pasted(item("a)", "một") + item("b)", "hai")) == "<p>a) một</p><p>b) hai</p>"
    assert pasted(item("3.", "ba")) == "<p>3. ba</p>"


def test_lists_of_html_stay():
    assert pasted("<ul><li>a<ol><li>b</ol><li>c</ul>") == (
        "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>"
    )


def test_tables_keep_their_spans_and_lose_their_looks():
    html = pasted(
        "<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='x:y'>"
        "<td width=100 colspan=2 valign=top style='border:solid'><p class=MsoNormal>Ô</p></td>"
        "</tr></table>"
    )
    assert html == '<table><tbody><tr><td colspan="2"><p>Ô</p></td></tr></tbody></table>'


def test_notes_stand_under_their_heading():
    reference = (
        '<a style=\'mso-footnote-id:ftn1\' href="#{}" name="x"><span class=MsoFootnoteReference>'
        "<![if !supportFootnotes]>[1]<![endif]></span></a>"
    )
    html = pasted(
        f"<p>Chữ{reference.format('_ftn1')}</p><div style='mso-element:footnote-list'>"
        '<br clear=all><hr align=left size=1 width="33%">'
        "<div style='mso-element:footnote' id=ftn1>"
        f"<p>{reference.format('_ftnref1')} Chú giải</p></div></div>"
    )
    assert html == ("<p>Chữ<sup>[1]</sup></p><h2>Chú thích</h2><p><sup>[1]</sup> Chú giải</p>")


def test_comments_deleted_and_hidden_text_and_drawings_go():
    html = pasted(
        "<p>Giữ <ins cite='mailto:a'>thêm</ins><del cite='mailto:a'>bỏ</del>"
        "<span style='display:none;mso-hide:all'>ẩn</span>"
        "<span class=MsoCommentReference><a class=msocomanchor href='#_msocom_1'>[A1]</a></span>"
        "<!--[if gte vml 1]><v:shape><v:imagedata src='file:///C:/a.png'/></v:shape><![endif]-->"
        "<![if !vml]><img src='file:///C:/a.png'><![endif]><v:line>nét</v:line></p>"
        "<div style='mso-element:comment-list'><p>Nhận xét</p></div>"
    )
    assert html == "<p>Giữ thêm</p>"


def test_links_stay_and_bookmarks_go():
    html = pasted('<p><a href="https://a.vn/?b=1&amp;c">đi</a> <a name="_Toc1">đây</a> '
                  '<a href="#_Toc1">kia</a></p>')  # fmt: skip
    assert html == (
        '<p><a href="https://a.vn/?b=1&amp;c" rel="external noopener noreferrer">đi</a> đây kia</p>'
    )


def test_looks_may_stand_in_styles_only():
    assert pasted(
        '<b style="font-weight:normal"><p>a <span style="font-weight:700">b</span> '
        '<span style="font-style:italic">c</span></p></b>'
    ) == "<p>a <strong>b</strong> <em>c</em></p>"  # fmt: skip


def test_what_did_not_come_from_word_is_cleaned_too():
    assert clean_pasted("chỉ chữ\n\nthường 1 < 2") == "chỉ chữ thường 1 &lt; 2"
    assert (
        clean_pasted("<p>a<script>alert(1)</script><b onclick=x>b") == "<p>a<strong>b</strong></p>"
    )
    assert clean_pasted("") == ""


def test_own_pictures_stay():
    image = '<img class="image-left" src="/media/a.jpg" alt="Ảnh" width="10" height="10">'
    assert clean_pasted(f"<figure>{image}</figure>").count("/media/a.jpg") == 1


@pytest.mark.parametrize(
    "html",
    [
        "<span>" * 20_000 + "a",
        "</b>" * 50_000,
        "<p>" * 20_000,
        "<br>" * 50_000,
        "<" * 50_000,
        "<style>" * 50_000,
        "<style>" + "a" * 300_000,
        "<!--StartFragment-->" * 20_000,
        f"<p {'a' * 300_000}>b",
        "<p style='mso-list:l0 level1'>a" * 5000,
    ],
    ids=range(10),
)
def test_nothing_makes_it_slow(html):
    assert len(clean_pasted(html)) <= 5 * len(html)
