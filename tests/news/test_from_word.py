"""“Nhập từ Word”: from a writer's file to a draft."""

from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from PIL import Image

from library.models import Picture
from news.models import Article
from tests.factories import make_category

pytestmark = pytest.mark.django_db
SEEDS = Path(__file__).parents[2] / ".." / "shared" / "seeds" / "word"
ADDRESS = "/quan-tri/news/article/tu-word/"


def send(client, content, name="bai.docx"):
    category = make_category("Khoa giáo")
    file = SimpleUploadedFile(name, content)
    return client.post(ADDRESS, {"category": category.pk, "file": file}, follow=True)


def word_file(picture=True):
    document, out = Document(), BytesIO()
    document.add_heading("Tọa đàm khoa giáo", 0)
    document.add_paragraph().add_run("Chiều 16/8, Ban tổ chức tọa đàm.").bold = True
    document.add_paragraph("Theo báo cáo đề dẫn, kết quả tốt.")
    if picture:
        image = BytesIO()
        Image.new("RGB", (900, 600), "#a3161b").save(image, "JPEG")
        document.add_picture(image)
        document.add_paragraph().add_run("Quang cảnh tọa đàm").italic = True
    document.add_paragraph("Tác giả: Hoàng Quế")
    document.save(out)
    return out.getvalue()


def test_a_file_becomes_a_draft_with_its_pictures(client, editor):
    client.force_login(editor)
    response = send(client, word_file())
    article, picture = Article.objects.get(), Picture.objects.get()
    assert response.redirect_chain[-1][0].endswith(f"/article/{article.pk}/change/")
    assert (article.title, article.author) == ("Tọa đàm khoa giáo", "Hoàng Quế")
    assert article.lead == "Chiều 16/8, Ban tổ chức tọa đàm."
    assert article.status == Article.Status.DRAFT
    assert article.created_by == editor
    assert picture.key in article.body
    assert "<figcaption>Quang cảnh tọa đàm</figcaption>" in article.body
    assert "kết quả tốt" in article.body
    assert "1 ảnh trong bài chưa có mô tả" in response.content.decode()


@pytest.mark.parametrize(
    "content", [b"", b"khong phai Word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9]
)
def test_a_file_that_is_none_is_told_and_nothing_is_made(client, editor, content):
    client.force_login(editor)
    response = send(client, content, "bai.doc")
    assert response.context["form"].errors["file"]
    assert not Article.objects.exists()
    assert not Picture.objects.exists()


def test_only_those_who_write_may(client, cast):
    for role in ("bao_cao_vien", "cong_tac_vien"):
        client.force_login(cast[role])
        send(client, word_file(picture=False))
    assert not Article.objects.exists()


@pytest.mark.skipif(not SEEDS.exists(), reason="the shared Word files are not here")
@pytest.mark.parametrize("file", sorted(SEEDS.glob("*.docx")), ids=lambda path: path.stem)
def test_the_boards_own_files_become_drafts(client, editor, file):
    client.force_login(editor)
    send(client, file.read_bytes(), file.name)
    article = Article.objects.get()
    assert article.lead
    assert len(article.body) > 1000
    assert "word-picture" not in article.body
