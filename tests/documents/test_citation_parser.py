"""Citations in plain text: the grammar of domain.md §3."""

import datetime as dt
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.citations.parser import find_citations

SEEDS = Path(__file__).parents[2] / ".." / "shared" / "seeds"

# Counted by hand: what stands in each seed, with the date that is read with it.
IN_SEEDS = {
    "000": [
        ("01-CTr/BTGTU-LN, ngày 19/5/2017", dt.date(2017, 5, 19)),
        ("20-NQ/TW, ngày 25/10/2017", dt.date(2017, 10, 25)),
        ("21-NQ/TW ngày 25/10/2017", dt.date(2017, 10, 25)),
    ],
    "001": [("Quyết định số 238, ngày 30/9/2020", dt.date(2020, 9, 30))],
    "002": [
        ("581- CV/BTGTU", None),
        ("329 - TB/TU ngày 16/8/2011", dt.date(2011, 8, 16)),
        ("18 – NQ/TW", None),
        ("19 – NQ/TW", None),
    ],
    "003": [
        ("29-NQ/TW, ngày 04-11-2013", dt.date(2013, 11, 4)),
        ("20-NQ/TW, ngày 01-11-2012", dt.date(2012, 11, 1)),
        ("20-NQ/TW", None),
        ("20-CT/TW, ngày 05-11-2012", dt.date(2012, 11, 5)),
        ("19-CT/TW, ngày 05-11-2012", dt.date(2012, 11, 5)),
        ("HD.51.BTGTU", None),
        ("Kết luận 72.TW", None),
        ("Chương trình 77.TU", None),
        ("2303-CV/BTGTU", None),
        ("HD.50.BTGTU", None),
    ],
    "004": [
        ("238-QĐ/TW", None),
        ("Quyết định số 238", None),
        ("01-KL/TW ngày 18/5/2021", dt.date(2021, 5, 18)),
        ("05-CT/TW", None),
        ("238-QĐ/TW ngày 30/9/2020", dt.date(2020, 9, 30)),
    ],
}


def found(text):
    return [(text[c.start : c.end], c.on) for c in find_citations(text)]


@pytest.mark.skipif(not SEEDS.exists(), reason="the shared seeds are not here")
@pytest.mark.parametrize("seed", IN_SEEDS)
def test_it_finds_the_citations_of_the_seeds_and_nothing_else(seed):
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    assert found(path.read_text()) == IN_SEEDS[seed]
    assert not any(citation.is_doubtful for citation in find_citations(path.read_text()))


def test_the_seeds_have_twenty_three():
    assert sum(map(len, IN_SEEDS.values())) == 23


@pytest.mark.parametrize(
    ("text", "symbol", "key"),
    [
        ("581- CV/BTGTU", "581-CV/BTGTU", "581cvbtgtu"),
        ("329 - TB/TU", "329-TB/TU", "329tbtu"),
        ("18 – NQ/TW", "18-NQ/TW", "18nqtw"),
        ("01-CTr/BTGTU-LN", "01-CTr/BTGTU-LN", "1ctrbtgtuln"),
        ("42/2022/NĐ-CP", "42/2022/NĐ-CP", "42/2022ndcp"),
        ("36/2018/QH14", "36/2018/QH14", "36/2018qh14"),
        ("15/CT-TTg", "15/CT-TTg", "15ctttg"),
        ("118/TTr- STTTT", "118/TTr-STTTT", "118ttrstttt"),
        ("Công văn số 4622/BGDĐT-CNTT", "4622/BGDĐT-CNTT", "4622bgddtcntt"),
        ("HD.51.BTGTU", "HD.51.BTGTU", "51hdbtgtu"),
        ("Kết luận 72.TW", "72-KL/TW", "72kltw"),
        ("1211/2016/UBTVQH13", "1211/2016/UBTVQH13", "1211/2016ubtvqh13"),
        ("Quyết định số 238, ngày 30/9/2020", "238-QĐ", "238qd@20200930"),
        ("238-QÐ/TW", "238-QĐ/TW", "238qdtw"),  # the Icelandic letter
        ("238\u00a0−\u00a0QĐ/TW", "238-QĐ/TW", "238qdtw"),
    ],
)
def test_it_reads_every_form(text, symbol, key):
    sentence = f"Thực hiện {text}; về công tác khoa giáo."
    (citation,) = find_citations(sentence)
    assert sentence[citation.start : citation.end] == text
    assert (citation.symbol, citation.key, citation.is_doubtful) == (symbol, key, False)


@pytest.mark.parametrize(
    "text",
    """2017-2021|quý II-2022|19/8/1945|KT-XH|LĐ-TB&XH|Covid-19|0260.3862301|01/GP-TTĐT|
    01/GP-TTĐT, ngày 28 tháng 8 năm 2020|Nghị quyết Đại hội XIII|Quyết định số 5 người|
    Quyết định số 238/5|Kế hoạch 72.TWA|Kế hoạch 5 năm 2021-2025|A238-QĐ/TW|1/238-QĐ/TW|
    5 kh/ha""".split("|"),
)
def test_it_takes_nothing_else_for_a_citation(text):
    assert find_citations(f"Về {text}.") == []


@pytest.mark.parametrize(
    "text", ["84 QĐ/TWĐTN", "15- Nq/tw", "238-QD/TW", "20-NQ/TƯ", "06-CTR/TU", "12.KH/TU"]
)
def test_a_malformed_one_is_found_and_doubtful(text):
    (citation,) = find_citations(f"theo {text} của Trung ương")
    assert citation.is_doubtful
    assert citation.symbol == text


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (" ngày 30/9/2020", dt.date(2020, 9, 30)),
        (", ngày 30-09-2020", dt.date(2020, 9, 30)),
        (" ngày 30.9.2020", dt.date(2020, 9, 30)),
        (", ngày 02 tháng 9 năm 2020", dt.date(2020, 9, 2)),
        (" ngày 31/2/2020", None),
        (" ngày 30/9/20201", None),
        (" 30/9/2020", None),
    ],
)
def test_a_date_belongs_to_it_where_it_is_one(date, expected):
    (citation,) = find_citations(f"Quyết định số 238-QĐ/TW{date}.")
    assert citation.on == expected


def test_a_bare_one_means_the_full_one_before_it_and_is_left_where_two_differ():
    bare = "; theo Quyết định số 238."
    first, second = find_citations("Quyết định số 238-QĐ/TW, ngày 30/9/2020" + bare)
    assert (second.key, second.on) == (first.key, first.on)
    assert len(find_citations("Kết luận số 238-KL/TW" + bare)) == 1
    assert len(find_citations("Quyết định số 238-QĐ/TW, Quyết định số 238-QĐ/TU" + bare)) == 2


def test_the_word_before_it_tells_kinds_of_the_same_letters_apart():
    def rivals(text):
        return [citation.rival for citation in find_citations(text)]

    assert rivals("Quyết định số 238-QĐ/TW, QUY ĐỊNH 399-QĐ/TW, 5-QĐ/TW") == [
        "Quy định",
        "Quyết định",
        "",
    ]
    assert rivals("15-HD/TU, 15-HĐ/TU") == ["Hợp đồng", "Hướng dẫn"]


def test_spans_are_those_of_the_text_as_it_was_given():
    text = unicodedata.normalize("NFD", "Đảng bộ tỉnh thực hiện Quyết định số 238-QĐ/TW nhé")
    (citation,) = find_citations(text)
    assert unicodedata.normalize("NFC", text[citation.start : citation.end]) == "238-QĐ/TW"


PIECES = st.sampled_from(
    [
        *"0159-–/., \n",
        *("số", "ngày", "Quyết định", "công văn", "HD.", "NQ", "QĐ", "TW", "BTGTU", "QH14"),
        *("238-QĐ/TW", "e\u0301", "\u0301", "2020", "30/9/2020", "Nq", "tháng", "năm"),
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_spans_lie_in_order_and_inside_whatever_the_text(text):
    at = 0
    for citation in find_citations(text):
        assert at <= citation.start < citation.symbol_end <= citation.end <= len(text)
        assert citation.key
        at = citation.end


@pytest.mark.parametrize(
    "piece",
    ["1 ", "số 1,", "1-NQ/", "Nghị quyết số 1 ", "Quyết định số 5-QĐ/TW Quyết định số 5 ", "9",
     "Quyết định: ", "\u0301", "15-HD/BTGTU "],
)  # fmt: skip
def test_hostile_text_takes_time_by_its_length(piece):
    def seconds(size):
        text = piece * (size // len(piece))
        start = time.process_time()
        find_citations(text)
        return time.process_time() - start

    assert seconds(80_000) < 12 * seconds(20_000) + 0.2
