"""Addresses by symbol, search boxes, and the keys behind them."""

import datetime as dt
import json
from pathlib import Path
from urllib.parse import quote

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.lookup import papers_named
from documents.models import Document, Issuer, Kind
from documents.symbols import bare_key, citation_key
from tests.factories import make_document, named

pytestmark = pytest.mark.django_db
NAUGHTY = Path(__file__).parents[2] / ".." / "shared" / "hostile" / "naughty-strings.json"

SPELLINGS = [
    "238-QĐ/TW", "238 - QD/TW", "số 238-qđ-tw", "238/QĐ-TW", "238–qd–tw", "238 qd tw", "238qdtw",
    "QĐ.238.TW", "Quyết định số 238-QĐ/TW", "quyet dinh 238 qd/tw", "QĐ 238-QĐ/TW", "0238-QÐ/TW",
    "238-QĐ/TW, ngày 30/9/2020", "Quyết định số 238 ngày 30 tháng 9 năm 2020", "SỐ: 238-QĐ/TW",
    "238-QĐ/TƯ",
]  # fmt: skip


@pytest.fixture
def paper():
    return make_document(
        "Quy chế phối hợp",
        symbol="238-QĐ/TW",
        issued_on=dt.date(2020, 9, 30),
        kind=named(Kind, "Quyết định"),
    )


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_leads_to_the_paper(client, paper, spelling):
    make_document("Văn bản khác", symbol="238-QĐ/TU")
    for response in (
        client.get(f"/van-ban/so/{quote(spelling)}/"),
        client.get("/tim-kiem/", {"q": spelling}),
        client.get("/van-ban/", {"q": spelling}),
    ):
        assert (response.status_code, response["Location"]) == (302, paper.get_absolute_url())


def test_several_papers_are_a_choice_with_what_tells_them_apart(client, paper):
    other = make_document(
        "Về bổ nhiệm",
        symbol="238-QĐ/TW",
        issued_on=dt.date(2011, 5, 2),
        kind=named(Kind, "Quy định"),
        issuer=named(Issuer, "Bộ Chính trị"),
    )
    response = client.get("/van-ban/so/238-QĐ/TW/")
    assert response.context["documents"] == [paper, other]
    text = response.content.decode()
    for word in ("Quy chế phối hợp", "Bộ Chính trị", "ngày 02 tháng 5 năm 2011", "Quy định"):
        assert word in text
    assert client.get("/tim-kiem/?q=238-qd/tw")["Location"] == "/van-ban/so/238-qd/tw/"
    dated = client.get("/van-ban/so/238-QĐ/TW, ngày 2/5/2011/")
    assert dated["Location"] == other.get_absolute_url()


def test_a_state_symbol_is_found_with_its_year_and_without(client):
    paper = make_document(symbol="42/2022/NĐ-CP")
    make_document(symbol="142/2022/NĐ-CP")
    for spelling in ("42/2022/NĐ-CP", "42-2022 nd cp", "NĐ 42/2022/NĐ-CP", "42/NĐ-CP"):
        response = client.get(f"/van-ban/so/{spelling}/")
        assert response["Location"] == paper.get_absolute_url(), spelling
    assert client.get("/van-ban/so/42/2021/NĐ-CP/").status_code == 404


def test_an_unknown_symbol_is_not_found_and_offers_a_search(client):
    response = client.get("/van-ban/so/999-QĐ/TW/")
    assert response.status_code == 404
    assert "Tìm gần đúng" in response.content.decode()
    assert 'value="999-QĐ/TW"' in response.content.decode()
    assert (
        "<svg"
        not in client.get("/van-ban/so/<svg onload=alert(1)>5qd/")
        .content.decode()
        .split("<main")[1]
        .split("<form")[0]
    )


def test_who_may_not_see_a_paper_is_not_led_to_it(client, paper, speaker):
    hidden = make_document("Bí mật", symbol="238-QĐ/TW", audience="members")
    make_document("Nháp", symbol="238-QĐ/TW", status="draft", issued_on=dt.date(2001, 1, 1))
    assert client.get("/van-ban/so/238-QĐ/TW/")["Location"] == paper.get_absolute_url()
    Document.objects.filter(pk=paper.pk).update(status="withdrawn")
    assert client.get("/van-ban/so/238-QĐ/TW/").status_code == 404
    assert client.get("/tim-kiem/?q=238-QĐ/TW").status_code == 200
    client.force_login(speaker)
    assert client.get("/van-ban/so/238-QĐ/TW/")["Location"] == hidden.get_absolute_url()


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the shared hostile strings are not here")
def test_any_address_is_answered(client, paper):
    naughty = json.loads(NAUGHTY.read_text())
    for symbol in naughty:
        papers_named(symbol.replace("\0", ""), AnonymousUser())
    more = [
        "a" * 3000,
        "5" * 3000,
        "5qd" * 900,
        "\0",
        "238\0-QĐ/TW",
        "//",
        "..",
        "😀",
        "5-QĐ/\u0301",
    ]
    for symbol in [*naughty[::9], *more]:
        response = client.get(f"/van-ban/so/{quote(symbol, safe='')}/")
        assert response.status_code in (200, 302, 404, 400), symbol
        assert b"<script>alert" not in response.content


PIECES = st.sampled_from(
    [
        *"059-–/., \n_ưƯ&",
        "số ",
        "So",
        "QĐ",
        "qd",
        "TW",
        "BTGTU",
        "2022",
        "HD.",
        "ky",
        "quy",
        "\u0301",
    ]
)


@settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.lists(PIECES, max_size=9).map("".join), min_size=1, max_size=30), st.dates())
def test_python_and_sql_make_the_same_keys(symbols, day):
    symbols += [*SPELLINGS, "42/2022/NĐ-CP", "36/2018/QH14", "4622/BGDĐT-CNTT", "00-X/Y", ""]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT documents_citation_key(s), documents_bare_key(s, %s), "
            "documents_bare_key(s, NULL) FROM unnest(%s::text[]) WITH ORDINALITY AS g (s, n) "
            "ORDER BY n",
            [day, symbols],
        )
        by_sql = cursor.fetchall()
    by_python = [(citation_key(s), bare_key(s, day), bare_key(s, None)) for s in symbols]
    assert by_sql == by_python
