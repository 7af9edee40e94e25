"""Queries of every kind on the search page."""

import json
from pathlib import Path

import pytest

from search.highlight import snippet
from tests.factories import make_article, make_document
from tests.search.finding import found

pytestmark = pytest.mark.django_db
NAUGHTY = Path(__file__).parents[2] / ".." / "shared" / "hostile" / "naughty-strings.json"

FIELDS = ("loai", "muc", "co-quan", "nam", "tu", "den", "xep", "trang")


@pytest.mark.parametrize(
    "query", ["công tác tuyên giáo", "cong tac tuyen giao", "TUYÊN GIÁO", '"công tác tuyên giáo"']
)
def test_words_are_found_with_and_without_accents(client, query):
    make_article("Triển khai công tác tuyên giáo quý II")
    make_article("Tuyên dương gương người tốt", lead="")
    assert found(client, query) == ["Triển khai công tác tuyên giáo quý II"]


def test_a_title_in_quotes_finds_its_article_and_a_minus_leaves_out(client):
    make_article("Tọa đàm nâng cao chất lượng khoa giáo")
    make_article("Khoa giáo: nâng cao chất lượng tọa đàm")
    assert found(client, '"Tọa đàm nâng cao chất lượng"') == [
        "Tọa đàm nâng cao chất lượng khoa giáo"
    ]
    assert found(client, "khoa giáo -nâng") == []


def test_papers_are_found_by_words_and_a_symbol_goes_to_its_paper(client):
    paper = make_document("Quy chế phối hợp", symbol="238-QĐ/TW")
    assert found(client, "quy che") == ["Quy chế phối hợp"]
    assert found(client, "238-qd") == ["Quy chế phối hợp"]
    assert client.get("/tim-kiem/", {"q": "238-qd/tw"})["Location"] == paper.get_absolute_url()


def test_a_word_in_the_body_is_found_and_marked_as_it_was_written(client):
    make_article("Tin vắn", lead="", body="<p>Hội nghị ở xã Thuý Sơn rất vui</p>")
    text = client.get("/tim-kiem/", {"q": "thuy son"}).content.decode()
    assert "<mark>Thuý Sơn</mark>" in text


def test_a_snippet_escapes_what_was_written():
    assert snippet("1 < 2 & <b>", "2") == "1 &lt; <mark>2</mark> &amp; &lt;b&gt;"
    assert snippet("", "x") == ""


def test_no_result_and_no_query_have_pages_of_their_own(client):
    assert client.get("/tim-kiem/").status_code == 200
    assert client.get("/tim-kiem/?q=khongcogi").status_code == 200


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the shared hostile strings are not here")
def test_any_input_is_a_query(client):
    make_article()
    for query in [
        *json.loads(NAUGHTY.read_text()),
        "a" * 10_000,
        "((",
        '"',
        "a:*",
        "\0",
        "😀",
        "&|!",
    ]:
        fields = dict.fromkeys(FIELDS, query)
        assert client.get("/tim-kiem/", {"q": query}).status_code == 200, query
        assert client.get("/tim-kiem/", {"q": "giao", **fields}).status_code == 200, query
        assert client.get("/van-ban/", {"q": query, "loai": query}).status_code == 200, query
        assert client.get("/_/goi-y/", {"q": query}).status_code == 200, query
