"""Each SQL function gives what the Python function of its name gives, on whatever text."""

import random
from unicodedata import category, normalize, ucd_3_2_0

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.db.models.lookups import Exact
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import vietnamese
from core.vietnamese import PlainKey, SortKey, ToneKey, plain_key, tone_key

pytestmark = pytest.mark.django_db

FUNCTIONS = ["repair", "tone_key", "plain_key", "sort_key"]

SYLLABLES = """hòa hoà khỏe khoẻ thúy thuý thúi Ủy Uỷ tòan của cuả qủa quả nghiã giá gía gì quý quí
qúy QUY kỹ kĩ ky Mỹ Lý sỹ ty tỷ tay tai thy huyên Húê họăc xóăn người ƯƠNG Đặng đường Ðảng ð ẨM y ý
h k l m s t v x qu city NĐ-CP 42/2022 Covid-19"""
BROKEN = [
    *vietnamese.TONES,
    *("\u0302\u0306\u031b\u0308\u0327\u0338\u0340\u0344\u035f", "\u0323\u0302", "\u0302\u0323"),
    *("\u00a0\u202f\u2007\u2000\u3000\ufeff\u200b\u200d", "\u1100\u1161\u11a8", "각", "が"),
    *("\u0130\u0131\u017f\u212a\u212b\u1e9e", "Й", "Σ", "ﬁ", "ﾊﾞ", "\x01\x7f", "\r\n\t", "'\\\"$&"),
    *("🇻🇳", "👩‍🚀", "✊🏽", "\U0010fff0\U0010fff3", "\ue000", "\U0010ffff"),
]
# Characters of Unicode 3.2: all that Python and the oldest PostgreSQL in question agree on.
CHARACTERS = st.characters(exclude_categories=["Cs", "Cn"], exclude_characters="\0").filter(
    lambda character: ucd_3_2_0.category(character) != "Cn"
)


@st.composite
def syllables(draw):
    text = draw(st.sampled_from(SYLLABLES.split()))
    text = normalize(draw(st.sampled_from(["NFC", "NFD", "NFKD"])), text)
    return draw(st.sampled_from([str, str.upper, str.title]))(text)


PIECES = st.one_of(
    syllables(), st.sampled_from([" ", ", ", "-", "."]), st.sampled_from(BROKEN), CHARACTERS
)
TEXTS = st.lists(PIECES, max_size=25).map("".join)


def by_database(texts):
    """For each text, what the SQL functions make of it; one query for all."""
    columns = ", ".join(f"core_{name}(text)" for name in FUNCTIONS)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {columns} FROM unnest(%s::text[]) WITH ORDINALITY AS given (text, place)"
            " ORDER BY place",
            [texts],
        )
        return cursor.fetchall()


def by_python(texts):
    return [tuple(getattr(vietnamese, name)(text) for name in FUNCTIONS) for text in texts]


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(TEXTS, min_size=1, max_size=60))
def test_python_and_sql_agree(texts):
    assert by_database(texts) == by_python(texts)


def test_they_agree_on_every_character_by_itself_and_within_a_word():
    characters = [chr(code) for code in range(1, 0x110000) if not 0xD800 <= code < 0xE000]
    known = [
        c for c in characters if ucd_3_2_0.category(c) != "Cn" and category(c) not in ("Co", "Lo")
    ]
    texts = ["".join(known[at : at + 20]) for at in range(0, len(known), 20)]
    texts += [f"qu{c}y ò{c}a {c}ky" for c in known if ord(c) < 0x2100]
    assert by_database(texts) == by_python(texts)


def test_they_agree_on_long_texts():
    source = random.Random(3)  # noqa: S311 — the same texts each time, not a secret
    pool = SYLLABLES.split() + BROKEN
    texts = [" ".join(source.choices(pool, k=20_000)) for _ in range(2)]
    texts += [normalize("NFD", text) for text in texts]
    assert by_database(texts) == by_python(texts)


def test_bytes_put_the_keys_in_the_same_order_in_both():
    words = sorted({word for word in SYLLABLES.split() if word.isalpha()}, key=lambda w: w[::-1])
    with connection.cursor() as cursor:
        cursor.execute(
            'SELECT array_agg(w ORDER BY core_sort_key(w) COLLATE "C", w COLLATE "C")'
            " FROM unnest(%s::text[]) AS w",
            [words],
        )
        assert cursor.fetchone()[0] == sorted(words, key=lambda w: (vietnamese.sort_key(w), w))


def test_nothing_of_nothing():
    with connection.cursor() as cursor:
        cursor.execute("SELECT core_repair(NULL), core_tone_key(''), core_sort_key('')")
        assert cursor.fetchone() == (None, "", "\x01")


def test_a_generated_column_and_an_index_may_use_them_whatever_the_search_path():
    with connection.cursor() as cursor:
        cursor.execute("""
            CREATE TABLE paper (
                title text,
                tone text GENERATED ALWAYS AS (core_tone_key(title)) STORED,
                words tsvector GENERATED ALWAYS AS
                    (to_tsvector('simple'::regconfig, core_plain_key(title))) STORED
            );
            CREATE INDEX ON paper (core_sort_key(title) COLLATE "C");
            SET LOCAL search_path = '';
            INSERT INTO public.paper (title) VALUES ('Hòa bình, quý');
        """)
        cursor.execute("SELECT tone, words::text FROM public.paper")
        assert cursor.fetchone() == ("hoà bình, quí", "'binh':2 'hoa':1 'qui':3")


def test_they_may_run_inside_any_plan():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT provolatile, proisstrict, proparallel FROM pg_proc WHERE proname = ANY(%s)",
            [[f"core_{name}" for name in [*FUNCTIONS, "folded"]]],
        )
        assert cursor.fetchall() == [("i", True, "s")] * 5


def test_the_planner_puts_their_body_in_place_of_the_call():
    with connection.cursor() as cursor:
        for name in FUNCTIONS:
            cursor.execute(
                f"EXPLAIN (VERBOSE) SELECT core_{name}(text) FROM unnest(ARRAY['a']) AS text"
            )
            plan = str(cursor.fetchall())
            assert "Output: " in plan
            assert "core_" not in plan


def test_querysets_reach_them_by_expressions():
    names = ["Ủy ban", "Băng", "Bằng", "bạn", "Đảng", "dân"]
    Group.objects.all().delete()
    Group.objects.bulk_create(Group(name=name) for name in names)
    ordered = Group.objects.order_by(SortKey("name"))
    assert [group.name for group in ordered] == ["bạn", "Băng", "Bằng", "dân", "Đảng", "Ủy ban"]
    assert Group.objects.alias(key=ToneKey("name")).get(key=tone_key("Uỷ ban")).name == "Ủy ban"
    assert Group.objects.filter(Exact(PlainKey("name"), plain_key("ĐANG"))).get().name == "Đảng"
