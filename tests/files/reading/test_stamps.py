"""Stamps of secrecy: capitals that stand alone, and nothing else."""

from unicodedata import normalize

import pytest

from core.legacy import tcvn3_upper
from files.reading import Stamp, stamps_in


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("MẬT", "MẬT"),
        ("TỐI MẬT", "TỐI MẬT"),
        ("TUYỆT MẬT", "TUYỆT MẬT"),
        ("  - MẬT -  ", "MẬT"),
        ("[MẬT]", "MẬT"),
        ("(TỐI  MẬT)", "TỐI MẬT"),
        ("“TUYỆT MẬT”.", "TUYỆT MẬT"),
        ("*** MẬT ***", "MẬT"),
        ("| MẬT |", "MẬT"),
        ("__MẬT__", "MẬT"),
        ("M Ậ T", "MẬT"),
        ("T Ố I   M Ậ T", "TỐI MẬT"),
        ("T.U.Y.Ệ.T M.Ậ.T", "TUYỆT MẬT"),
        ("Độ mật: Mật", "MẬT"),
        ("ĐỘ MẬT: TỐI MẬT", "TỐI MẬT"),
        ("Mức độ mật : tuyệt mật", "TUYỆT MẬT"),
        ("Dấu: MẬT", "MẬT"),
        ("MẬT - HỎA TỐC", "MẬT"),
        ("THƯỢNG KHẨN – TỐI MẬT", "TỐI MẬT"),
        ("TỈNH ỦY SƠN HẢI\tMẬT", "MẬT"),
        ("TỈNH ỦY SƠN HẢI      MẬT", "MẬT"),
        (normalize("NFD", "TUYỆT MẬT"), "TUYỆT MẬT"),
        (tcvn3_upper("tèi mËt"), "TỐI MẬT"),
    ],
)
def test_a_stamp_is_found_alone_on_its_line(line, word):
    found = stamps_in(["Trang một", f"Số 12-BC/TU\n{line}\nKính gửi: các đồng chí"])
    assert [(stamp.page, stamp.word) for stamp in found] == [(2, word)]


@pytest.mark.parametrize(
    "line",
    [
        "Mật",
        "mật",
        "Tối mật",
        "BÍ MẬT",
        "BÍ MẬT NHÀ NƯỚC",
        "Luật Bảo vệ bí mật nhà nước quy định ba độ mật: Tuyệt mật, Tối mật, Mật.",
        "Văn bản đóng dấu MẬT phải gửi theo đường riêng",
        "MẬT ONG",
        "mật ong bạc hà",
        "Mật độ",
        "MẬT ĐỘ DÂN SỐ",
        "Độ mật: Thường",
        "Độ mật: Không",
        "Độ mật:",
        "TUYỆT ĐỐI BÍ MẬT",
        "MẶT",
        "MAT",
        "TỐI MAT",
        "MẬT (3)",
        "3 MẬT",
        "GIẢI MẬT",
        "THÂN MẬT",
        "TỔNG HỢP: MẬT",
    ],
)
def test_what_only_speaks_of_secrets_is_none(line):
    assert stamps_in([f"Mở đầu\n{line}\nkết thúc", line]) == []


@pytest.mark.parametrize(
    "lines",
    ["CÔNG TÁC BẢO VỆ BÍ\nMẬT\nNHÀ NƯỚC", "AN TOÀN, BẢO\nMẬT", "MẬT\nKHẨU", "MẬT\n\nĐỘ DÂN SỐ"],
)
def test_a_word_broken_over_two_lines_is_none(lines):
    assert stamps_in([lines]) == []


def test_a_stamp_above_the_urgency_counts():
    assert stamps_in(["MẬT\nĐỘ KHẨN: HỎA TỐC"]) == [Stamp(1, "MẬT", "MẬT")]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("MAT", "MẬT"),
        ("MÂT", "MẬT"),
        ("[MẠT]", "MẬT"),
        ("TỐI MAT", "TỐI MẬT"),
        ("TOI MẶT", "TỐI MẬT"),
        ("TUYÊT MÂT", "TUYỆT MẬT"),
        ("TUYỆT MẬT", "TUYỆT MẬT"),
    ],
)
def test_recognised_text_may_have_lost_its_accents(line, word):
    assert stamps_in([line], ocr=True) == [Stamp(1, line, word)]


@pytest.mark.parametrize("line", ["MẶT", "mat", "Mạt", "MẶT TRẬN TỔ QUỐC", "BÍ MAT", "TOI"])
def test_recognised_words_that_look_like_it_are_none(line):
    assert stamps_in([line], ocr=True) == []


def test_a_long_line_and_an_empty_page_cost_nothing():
    assert stamps_in(["", "MẬT " * 100_000, "Ậ\u0323" * 100_000]) == []
