"""Real articles as writers send them."""

import json
import re

import pytest
from django.conf import settings

from core.sanitise import clean_html, text_of
from core.word import read_docx

SEEDS = settings.BASE_DIR.parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="needs ../shared/seeds")

FILES = {"hoi-nghi-giao-ban-khoa-giao": 1, "toa-dam-khoa-giao": 2, "dinh-huong-2018-vntime": 3}


@pytest.fixture(params=FILES)
def pair(request):
    """The article as it was published, and what its Word file gives."""
    lines = (SEEDS / "articles.jsonl").read_text().splitlines()
    article = next(a for a in map(json.loads, lines) if a["id"] == FILES[request.param])
    if "vntime" in request.param:  # whose font has no dash
        article = {
            name: said.replace("–", "-") if isinstance(said, str) else said
            for name, said in article.items()
        }
    with (SEEDS / "word" / f"{request.param}.docx").open("rb") as file:
        return article, read_docx(file)


def test_title_lead_and_text_are_word_for_word(pair):
    article, text = pair
    assert (text.title, text.lead) == (article["title"], article["lead"])
    assert text_of(clean_html(text.body_html)) == text_of(clean_html(article["body_html"]))


def test_pictures_stand_where_they_stood_above_their_captions(pair):
    article, text = pair
    assert re.sub(r"<img [^>]*>", "", text.body_html) == article["body_html"]
    captions = re.findall("<figcaption>(.*?)</figcaption>", article["body_html"])
    assert [picture.caption for picture in text.pictures] == captions
    assert all(picture.content.startswith(b"\xff\xd8\xff") for picture in text.pictures)


def test_author_and_source_are_recognised(pair):
    article, text = pair
    assert (text.author, text.source) == (article["author"], article["source"])
    assert text.photographer == article["author"]


def test_the_old_font_is_reported():
    with (SEEDS / "word" / "dinh-huong-2018-vntime.docx").open("rb") as file:
        report = read_docx(file).report
    assert "Đã chuyển 8 đoạn gõ bằng phông chữ cũ .Vn (mã TCVN3) sang Unicode." in report
