"""What was typed, as a query; the spellings of a word."""

import pytest

from search.query import Query
from search.spelling import plain_spellings, toned_spellings


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("hòa", {"hòa", "hoà"}),
        ("quí", {"quí", "quý", "qúi", "qúy"}),
        ("kỹ", {"kỹ", "kĩ"}),
        ("tay", {"tay"}),
    ],
)
def test_a_word_with_accents_is_asked_for_in_every_place_of_its_tone(word, others):
    assert set(toned_spellings(word)) == others


def test_a_tone_on_the_wrong_letter_means_the_same_word():
    assert "toàn" in toned_spellings("tòan")
    assert not {"thúi"} & set(toned_spellings("thúy"))


def test_without_accents_i_and_y_and_zeros_in_front_are_one():
    assert set(plain_spellings("quý")) == {"qui", "quy"}
    assert set(plain_spellings("2")) == {"2", "02", "002"}


def test_quotes_make_a_phrase_and_a_minus_leaves_out():
    query = Query.parse('"giao ban" khoa -giáo')
    assert query.words == ("giao", "ban", "khoa")
    assert query.strict() == "(('giao') <-> ('ban'))"
    assert query.loose() == "(('giao') & ('ban')) & (('khoa')) & !(('giao'))"


def test_a_symbol_is_words_in_a_row_or_the_paper_that_bears_it():
    query = Query.parse("238-QĐ/TW")
    assert query.words == ("238", "qđ", "tw")
    assert "'#238qdtw':*" in query.strict()


@pytest.mark.parametrize("text", ["", "  ", "-", '"', "!!!", "-giao", "😀", "\0"])
def test_there_may_be_nothing_to_ask_for(text):
    assert not Query.parse(text)


def test_a_long_query_is_cut():
    assert len(Query.parse("giao ban " * 2000).words) == 2
    assert len(Query.parse('"' + "a b c d e f g h " * 50 + '"').words) == 16
