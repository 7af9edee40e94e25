"""What the tests of the contributors' area share."""

from datetime import datetime
from io import BytesIO

from django.contrib.messages import get_messages
from docx import Document
from PIL import Image

from core.vietnamese import slugify
from tests.factories import make_article, make_category

LIST = "/cong-tac-vien/"
NEW = "/cong-tac-vien/bai-moi/"
WORD = "/cong-tac-vien/tu-word/"
SAVE = "/cong-tac-vien/tu-luu/"
PICTURE = "/cong-tac-vien/anh/"


def page(article, *parts):
    return f"{LIST}{article.pk}/" + "".join(f"{part}/" for part in parts)


def draft_of(person, title="Tọa đàm khoa giáo", **fields):
    fields = {"status": "draft", "published_at": None} | fields
    return make_article(title, created_by=person, slug=slugify(title), **fields)


def typed(form, **changes):
    """What a browser would send of a form, with these changes."""
    data = {}
    for bound in form:
        value = bound.value()
        if isinstance(value, datetime):
            value = value.strftime("%Y-%m-%dT%H:%M")
        if value is not None and value is not False:
            data[bound.html_name] = value
    return data | changes


def a_new_one(**changes):
    data = {"title": "Bài mới", "category": make_category().pk, "body": "<p>Toàn văn.</p>"}
    return data | changes


def told(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def picture_file(color="#a3161b", size=(900, 600)):
    out = BytesIO()
    Image.new("RGB", size, color).save(out, "JPEG")
    out.seek(0)
    out.name = "anh.jpg"
    return out


def word_file():
    document, out = Document(), BytesIO()
    document.add_heading("Tọa đàm khoa giáo", 0)
    document.add_paragraph().add_run("Chiều 16/8, Ban tổ chức tọa đàm.").bold = True
    document.add_paragraph("Theo báo cáo đề dẫn, kết quả tốt.")
    document.add_picture(picture_file())
    document.add_paragraph().add_run("Quang cảnh tọa đàm").italic = True
    document.add_paragraph("Tác giả: Hoàng Quế")
    document.save(out)
    return out.getvalue()
