"""Files that a writer sends: Word files as drafts, pictures for the text, hostile ones."""

import runpy
import sys
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import UploadDay
from accounts.tasks import prune_accounts
from library.models import Picture
from news.models import Article
from tests.accounts.contributions import (
    NEW,
    PICTURE,
    WORD,
    a_new_one,
    page,
    picture_file,
    told,
    word_file,
)
from tests.factories import ago, make_category, make_person

pytestmark = pytest.mark.django_db

SHARED = Path(__file__).parents[2].parent / "shared"
SEEDS, HOSTILE = SHARED / "seeds" / "word", SHARED / "hostile" / "make_files.py"


@pytest.fixture
def writer(client, cast):
    client.force_login(cast["cong_tac_vien"])
    return client


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    if not HOSTILE.exists():
        pytest.skip("hostile files are not beside this checkout")
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", [str(HOSTILE), str(folder)])
        runpy.run_path(str(HOSTILE), run_name="__main__")
    return sorted(folder.iterdir())


def send(client, content, name="bai.docx"):
    file = SimpleUploadedFile(name, content)
    return client.post(WORD, {"category": make_category().pk, "file": file})


def test_a_word_file_becomes_the_writers_draft_with_its_pictures(writer, cast):
    response = send(writer, word_file())
    article, picture = Article.objects.get(), Picture.objects.get()
    assert response["Location"] == page(article)
    assert (article.title, article.author) == ("Tọa đàm khoa giáo", "Hoàng Quế")
    assert article.lead == "Chiều 16/8, Ban tổ chức tọa đàm."
    assert (article.status, article.created_by) == ("draft", cast["cong_tac_vien"])
    assert picture.key in article.body
    assert "<figcaption>Quang cảnh tọa đàm</figcaption>" in article.body
    assert "Đã nhập thành bản nháp" in told(response)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", "rỗng"),
        (b"khong phai Word", "không phải là tệp Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9, "dạng cũ (.doc)"),
        (word_file()[:3000], "bị hỏng"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(writer, content, error):
    response = send(writer, content)
    assert response.status_code == 400
    assert error in response.context["form"].errors["file"][0]
    assert not Article.objects.exists()
    assert not Picture.objects.exists()


def test_no_file_and_no_category_are_told(writer):
    response = writer.post(WORD)
    assert response.status_code == 400
    assert set(response.context["form"].errors) == {"file", "category"}


def test_writers_real_files_are_taken(writer):
    if not SEEDS.exists():
        pytest.skip("seeds are not beside this checkout")
    for path in sorted(SEEDS.glob("*.docx")):
        response = send(writer, path.read_bytes(), path.name)
        assert response.status_code == 302, path.name
        assert writer.get(response["Location"]).status_code == 200, path.name
    assert Article.objects.count() == 3


def test_hostile_word_files_are_refused_or_harmless(writer, hostile):
    files = [path for path in hostile if path.name.startswith("word-")]
    assert files
    for path in files:
        response = send(writer, path.read_bytes(), path.name)
        assert response.status_code in (302, 400), path.name
        if response.status_code == 400:
            assert response.context["form"].errors["file"], path.name
        else:
            assert writer.get(response["Location"]).status_code == 200, path.name
    for article in Article.objects.all():
        assert "<script" not in article.body


def test_hostile_pictures_are_refused_or_harmless(writer, hostile):
    files = [path for path in hostile if path.name.startswith("picture-")]
    assert files
    for path in files:
        response = writer.post(PICTURE, {"file": SimpleUploadedFile(path.name, path.read_bytes())})
        assert response.status_code in (200, 400), path.name
        assert ("error" in response.json()) == (response.status_code == 400), path.name


def test_a_picture_for_the_text_comes_back_as_its_figure(writer, cast):
    words = {"alt": 'Đại biểu "biểu quyết"', "caption": "<b>Quang cảnh</b>"}
    html = writer.post(PICTURE, {"file": picture_file(), **words}).json()["html"]
    picture = Picture.objects.get()
    assert (picture.created_by, picture.alt) == (cast["cong_tac_vien"], words["alt"])
    assert html == (
        f'<figure><img src="{picture.src}" srcset="{picture.srcset}"'
        ' alt="Đại biểu &quot;biểu quyết&quot;" width="900" height="600" loading="lazy">'
        "<figcaption>&lt;b&gt;Quang cảnh&lt;/b&gt;</figcaption></figure>"
    )


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ({}, "bắt buộc"),
        ({"file": SimpleUploadedFile("a.jpg", b"khong phai anh")}, "không phải ảnh"),
        ({"file": picture_file(), "alt": "x" * 301}, "tối đa 300"),
    ],
)
def test_a_picture_that_is_refused_says_why(writer, data, error):
    response = writer.post(PICTURE, data)
    assert response.status_code == 400
    assert error in response.json()["error"]
    assert not Picture.objects.exists()


ONE_PICTURE = len(picture_file().getvalue())


@pytest.mark.parametrize(
    "limit", [{"WRITER_FILES_A_DAY": 1}, {"WRITER_BYTES_A_DAY": ONE_PICTURE + 10}]
)
def test_what_a_writer_sends_in_a_day_has_its_limit_and_nothing_typed_is_lost(
    writer, cast, settings, limit
):
    for name, value in limit.items():
        setattr(settings, name, value)
    assert writer.post(NEW, a_new_one(picture_file=picture_file())).status_code == 302
    refused = writer.post(
        NEW, a_new_one(title="Bài thứ hai", body="<p>Chữ đã gõ.</p>", picture_file=picture_file())
    )
    words = refused.content.decode()
    assert refused.status_code == 400
    assert "đã gửi hết mức cho phép" in words
    assert "Bài thứ hai" in words
    assert "Chữ đã gõ." in words
    assert Article.objects.count() == 1
    assert writer.post(NEW, a_new_one(title="Không tệp")).status_code == 302
    assert "hết mức" in send(writer, word_file()).content.decode()
    picture = writer.post(PICTURE, {"file": picture_file(), "alt": "Đại biểu"})
    assert "hết mức" in picture.json()["error"]
    UploadDay.objects.update(day=ago(days=1).date())
    assert writer.post(NEW, a_new_one(picture_file=picture_file())).status_code == 302
    prune_accounts(0)
    assert UploadDay.objects.get().person == cast["cong_tac_vien"]


def test_another_writer_has_their_own_limit(db, settings):
    settings.WRITER_FILES_A_DAY = 2
    take = UploadDay.objects.take
    writers = make_person("nga", "cong_tac_vien"), make_person("mo", "cong_tac_vien")
    assert [take(person, [1, 1]) for person in writers] == [True, True]
    assert [take(person, [1]) for person in writers] == [False, False]
    assert not take(make_person("hoa", "cong_tac_vien"), [1, 1, 1])
