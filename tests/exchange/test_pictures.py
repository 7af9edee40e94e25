"""Pictures beside the file: into the library, and never from outside the folder."""

import re
from unicodedata import normalize

import pytest

from library.models import Picture
from news.models import Article


def test_the_lead_picture_goes_into_the_library(folder, picture):
    picture(folder.path / "anh" / "hoi-nghi.png")
    folder.articles(
        {
            "image": "anh/hoi-nghi.png",
            "image_caption": "Quang cảnh hội nghị",
            "photographer": "Trần Sơn",
        },
        {"image": "anh/hoi-nghi.png", "image_alt": "Đại biểu biểu quyết"},
    )
    assert not folder.load().failed
    one, two = Article.objects.order_by("imported__source_id")
    assert one.picture == two.picture == Picture.objects.get()
    assert one.picture_caption == "Quang cảnh hội nghị"
    assert (one.picture.alt, one.picture.credit) == ("Quang cảnh hội nghị", "Trần Sơn")
    assert (one.picture.width, one.picture.height) == (640, 400)


def test_pictures_inside_the_body_are_the_librarys(folder, picture, client):
    picture(folder.path / "anh" / "a b.png")
    body = (
        '<figure><img class="image-left" alt="Đại biểu &quot;phát biểu&quot;" src="anh/a%20b.png">'
        "<figcaption>Đại biểu phát biểu.</figcaption></figure><p>Hết.</p>"
    )
    folder.articles({"body_html": body})
    assert not folder.load().failed
    stored, article = Picture.objects.get(), Article.objects.get()
    tag = re.search("<img[^>]*>", article.body)[0]
    assert f'src="{stored.src}"' in tag
    assert f'srcset="{stored.srcset}"' in tag
    assert 'width="640" height="400"' in tag
    assert 'loading="lazy"' in tag
    assert 'class="image-left"' in tag
    assert stored.alt == 'Đại biểu "phát biểu"'
    assert "<figcaption>Đại biểu phát biểu.</figcaption>" in article.body
    assert client.get(stored.src).status_code == 200


def test_pictures_of_other_sites_are_left_out_and_counted(folder):
    body = (
        '<p>Một</p><img src="https://cu.example/a.jpg"><img src="data:image/png;base64,AA=="><img>'
    )
    folder.articles({"body_html": body})
    run = folder.load()
    assert not run.failed
    assert "ảnh không kèm theo (đã bỏ) 2" in run.out
    assert Article.objects.get().body == "<p>Một</p>"


@pytest.mark.parametrize("named", ["NFC", "NFD"])
@pytest.mark.parametrize("stored", ["NFC", "NFD"])
def test_file_names_composed_or_decomposed_are_found(folder, picture, stored, named):
    picture(folder.path / normalize(stored, "ảnh  hội nghị.png"))
    folder.articles({"image": normalize(named, "ảnh  hội nghị.png")})
    assert not folder.load().failed
    assert Article.objects.get().picture


@pytest.fixture
def outside(folder, picture):
    """Pictures that lie outside the folder, or lead there."""
    picture(folder.path.parent / "ngoai.png")
    picture(folder.path.parent / "laichau-khac" / "a.png")
    (folder.path / "lien-ket.png").symlink_to(folder.path.parent / "ngoai.png")
    (folder.path / "thu-muc").symlink_to(folder.path.parent)
    (folder.path / "vong").symlink_to(folder.path / "vong")
    (folder.path / "khong-phai.png").write_text("đây không phải ảnh")
    (folder.path / "con").mkdir()
    return folder


NAMES = [
    ("../ngoai.png", "phải nằm trong thư mục"),
    ("..\\ngoai.png", "phải nằm trong thư mục"),
    ("con/../../laichau-khac/a.png", "phải nằm trong thư mục"),
    ("/etc/hostname", "phải nằm trong thư mục"),
    ("lien-ket.png", "phải nằm trong thư mục"),
    ("thu-muc/ngoai.png", "phải nằm trong thư mục"),
    ("khong-co.png", "không tìm thấy tệp"),
    ("vong", "không tìm thấy tệp"),
    ("con", "không tìm thấy tệp"),
    ("x" * 300, "không tìm thấy tệp"),
    ("khong-phai.png", "không phải ảnh"),
]


@pytest.mark.parametrize(("name", "reason"), NAMES)
def test_a_file_that_is_no_picture_beside_is_a_fault_that_the_article_survives(
    outside, name, reason
):
    outside.articles({"image": name, "body_html": f'<p>Chữ</p><img src="{name}">'})
    run = outside.load()
    assert run.failed
    assert len(run.reasons) == 2
    assert all(reason in line for line in run.reasons)
    article = Article.objects.get()
    assert article.picture is None
    assert article.body == "<p>Chữ</p>"
    assert not Picture.objects.exists()


def test_the_fault_is_told_again_until_the_picture_is_there(folder, picture):
    folder.articles({"image": "a.png"})
    assert folder.load().reasons == folder.load().reasons != []
    picture(folder.path / "a.png")
    run = folder.load()
    assert not run.failed
    assert "cập nhật 1" in run.out
    assert Article.objects.get().picture
    assert "không đổi 1" in folder.load().out


def test_a_replaced_picture_replaces_the_one_in_the_library(folder, picture):
    picture(folder.path / "a.png")
    folder.articles({"image": "a.png"})
    folder.load()
    first = Article.objects.get().picture
    picture(folder.path / "a.png", shade=200)
    assert "cập nhật 1" in folder.load().out
    assert Article.objects.get().picture != first


def test_a_file_touched_but_not_changed_changes_nothing(folder, picture):
    picture(folder.path / "a.png")
    folder.articles({"image": "a.png"})
    folder.load()
    before = Article.objects.get().updated_at
    (folder.path / "a.png").touch()
    assert "không đổi 1" in folder.load().out
    assert Article.objects.get().updated_at == before
