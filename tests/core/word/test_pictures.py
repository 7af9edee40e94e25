"""Pictures of a .docx, their captions, and their places in the HTML."""

import re
from html import escape

import pytest

from core import archive
from core.sanitise import clean_html
from core.word import WordError, read_docx, with_pictures
from tests.core.word.files import caption, docx, jpeg, lead, paragraph, picture, run, table, title

FIGURE = '<figure><img src="word-picture:1"><figcaption>Quang cảnh</figcaption></figure>'


def read(*body, **options):
    return read_docx(docx(title(), lead(), *body, **options))


@pytest.mark.parametrize(
    "below",
    [
        caption("Quang cảnh"),
        paragraph(run("Quang cảnh", "<w:i/>")),
        paragraph("Quang cảnh", align="center"),
        paragraph("Quang cảnh", style="Caption"),
        paragraph() + caption("Quang cảnh"),
    ],
)
def test_the_caption_right_below_a_picture_is_its_caption(below):
    text = read(paragraph(picture(), align="center"), below, paragraph("Sau."))
    assert text.body_html == FIGURE + "<p>Sau.</p>"
    assert text.pictures == [(1, jpeg(), "image/jpeg", "Quang cảnh")]


def test_a_caption_may_share_the_paragraph_of_its_picture():
    text = read(paragraph(picture(), run("<w:br/>"), run("Quang cảnh", "<w:i/>")))
    assert text.body_html == FIGURE


@pytest.mark.parametrize(
    "below",
    [
        paragraph("Một đoạn thường."),
        paragraph(run("Tiêu đề con", "<w:b/>"), align="center"),
        paragraph(run("x" * 401, "<w:i/>")),
        paragraph(run("Mục", "<w:i/>"), style="Heading2"),
    ],
)
def test_what_is_no_caption_stays_in_the_text(below):
    text = read(paragraph(picture()), below)
    assert text.body_html.startswith('<figure><img src="word-picture:1"></figure><')
    assert text.pictures[0].caption == ""


def test_a_picture_within_a_paragraph_stands_behind_it_with_its_caption():
    text = read(paragraph("Đoạn ", picture(), "dài."), caption("Quang cảnh"))
    assert text.body_html == "<p>Đoạn dài.</p>" + FIGURE


def test_a_table_that_only_places_pictures_is_opened():
    grid = table(
        [paragraph(picture()), paragraph(picture("image2"))],
        [paragraph("Bên trái"), paragraph("Bên phải")],
    )
    text = read(
        grid,
        links={"image2": "image media/image2.jpg"},
        parts={"word/media/image2.jpg": jpeg((9, 9))},
    )
    assert re.sub(' src="[^"]*"', "", text.body_html) == (
        "<figure><img><figcaption>Bên trái</figcaption></figure>"
        "<figure><img><figcaption>Bên phải</figcaption></figure>"
    )
    assert [found.caption for found in text.pictures] == ["Bên trái", "Bên phải"]
    assert any("1 bảng dùng để xếp ảnh" in line for line in text.report)


def test_a_table_with_text_beside_its_pictures_stays_a_table():
    html = read(table([paragraph(picture()), paragraph("Lý lịch")])).body_html
    assert '<td><figure><img src="word-picture:1"></figure></td><td><p>Lý lịch</p></td>' in html


def test_a_picture_used_twice_is_kept_once():
    text = read(paragraph(picture()), caption("Quang cảnh"), paragraph(picture()))
    assert text.body_html == FIGURE + '<figure><img src="word-picture:1"></figure>'
    assert len(text.pictures) == 1


def test_a_picture_in_vml_and_one_in_a_text_box_are_found():
    vml = '<w:r><w:pict><v:shape><v:imagedata r:id="image1"/></v:shape></w:pict></w:r>'
    box = "<w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r>"
    inside = box.format(paragraph(picture()) + caption("Quang cảnh"))
    text = read(paragraph(vml), paragraph("Đoạn", inside))
    assert text.body_html == '<figure><img src="word-picture:1"></figure><p>Đoạn</p>' + FIGURE


def test_the_title_and_the_lead_may_stand_above_or_below_the_first_picture():
    top = paragraph(picture()), caption("Quang cảnh")
    for body in ((*top, title(), lead()), (title(), *top, lead())):
        text = read_docx(docx(*body, paragraph("Sau.")))
        assert (text.title, text.lead[:8]) == ("Tiêu đề", "Sáng 5/4")
        assert text.body_html == FIGURE + "<p>Sau.</p>"


@pytest.mark.parametrize(
    ("target", "content", "said"),
    [
        ("image https://a.vn/x.jpg", b"", "1 ảnh chỉ liên kết từ nơi khác"),
        ("image media/none.jpg", b"", "1 ảnh không còn trong tệp"),
        ("image ../../etc/passwd", b"", "1 ảnh không còn trong tệp"),
        ("image media/x.emf", b"\x01\0\0\0" + b"\0" * 50, "1 ảnh ở dạng mà trang không dùng"),
        ("image media/x.svg", b"<svg/>", "1 ảnh ở dạng mà trang không dùng"),
        ("image media/x.jpg", b"\xff\xd8\xff" + b"\0" * 2000, "1 ảnh nặng hơn"),
    ],
)
def test_a_picture_that_cannot_be_used_is_left_out_and_reported(monkeypatch, target, content, said):
    monkeypatch.setattr("core.word.pictures.MAX_PICTURE", 1000)
    name = "word/" + target.split()[1]
    text = read(
        paragraph(picture("p")), links={"p": target}, parts={name: content} if content else {}
    )
    assert (text.body_html, text.pictures) == ("", [])
    assert any(said in line for line in text.report)


def test_a_picture_that_is_hidden_or_deleted_is_not_taken_along():
    hidden = picture().replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    for gone in (hidden, f"<w:del>{picture()}</w:del>"):
        text = read(paragraph("Đoạn", gone))
        assert (text.body_html, text.pictures) == ("<p>Đoạn</p>", [])


def test_a_picture_cropped_in_word_is_pointed_out():
    text = read(paragraph(picture(inside='<a:srcRect l="25000"/>')))
    assert any("1 ảnh được cắt trong Word" in line for line in text.report)


def test_no_more_is_read_than_all_parts_together_may_hold(monkeypatch):
    monkeypatch.setattr(archive, "MAX_UNPACKED", 3000)
    big = jpeg() + b"\0" * 3000
    with pytest.raises(WordError, match="quá lớn"):
        read(paragraph(picture()), parts={"word/media/image1.jpg": big})


def test_placed_pictures_make_the_final_html():
    body = read(paragraph(picture(alt="Hội trường &lt;1&gt;")), caption("Quang cảnh")).body_html
    html = with_pictures(body, {1: lambda alt: f'<img src="/a.jpg" alt="{escape(alt)}" width="9">'})
    assert html == clean_html(html)
    assert html == (
        '<figure><img src="/a.jpg" alt="Hội trường &lt;1&gt;" width="9">'
        "<figcaption>Quang cảnh</figcaption></figure>"
    )


def test_a_picture_that_was_not_placed_leaves_its_caption():
    body = read(paragraph(picture()), caption("Quang cảnh"), paragraph("Sau.")).body_html
    expected = "<figure><figcaption>Quang cảnh</figcaption></figure><p>Sau.</p>"
    assert with_pictures(body, {}) == expected
