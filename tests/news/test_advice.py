"""The checker beside the form."""

import pytest

from library.models import Picture
from news.advice import advice
from news.models import Article
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def advised(**fields):
    return advice(Article(**{"title": "Tin", "lead": "Mở đầu.", **fields}))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"body": '<p><img src="/anh/x.webp"></p>'}, "1 ảnh trong bài chưa có mô tả"),
        ({"picture": Picture(alt="", width=1600, height=900)}, "Ảnh đại diện chưa có mô tả"),
        ({"picture": Picture(alt="Hội nghị", width=400, height=300)}, "rộng 400 điểm"),
        ({"body": '<p><a href="https://a.example">Tại đây</a></p>'}, "không nói dẫn tới đâu"),
        ({"body": '<p><a href="/tin-cu.html">tin cũ</a></p>'}, "trang không có: /tin-cu.html"),
        ({"body": "<h2>Một</h2><h4>Hai</h4>"}, "từ cấp 2 sang cấp 4"),
        ({"body": "<h3>Một</h3>"}, "từ cấp 1 sang cấp 3"),
        ({"lead": "chữ " * 81}, "Sa-pô dài 81 chữ"),
        ({"lead": ""}, "chưa có sa-pô"),
        ({"source_url": "https://bao.example/1"}, "ghi tên nguồn"),
        ({"source": "Báo Hà Nam"}, "thời gian đăng gốc"),
    ],
)
def test_it_says_what_is_amiss(fields, said):
    [sentence] = advised(**fields)
    assert said in sentence


def test_it_knows_a_title_that_was_published_before():
    published = make_article("Hội nghị quý II")
    assert advised(title="Hội nghị quý II") == ["Đã có bài cùng tiêu đề này trên trang."]
    assert advice(published) == []


def test_it_is_silent_where_all_is_well():
    body = '<h2>Một</h2><h3>Hai</h3><p><a href="/van-ban/">Kho văn bản</a></p>'
    assert advised(body=body) == []
