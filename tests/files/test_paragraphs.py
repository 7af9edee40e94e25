"""Lines of a printed page joined to paragraphs, as far as lines tell."""

from files.paragraphs import opening, paragraphs

PAGE = """TỈNH ỦY SƠN HẢI
BAN TUYÊN GIÁO VÀ DÂN VẬN
HƯỚNG DẪN
Thực hiện chỉ đạo của Ban Tuyên giáo và Dân vận Trung ương và Thường trực
Tỉnh ủy, Ban Tuyên giáo hướng dẫn tuyên truyền như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Tuyên truyền sâu rộng ý nghĩa lịch sử, tầm vóc thời đại của nhiệm vụ
phát triển
kinh tế – xã hội của địa phương.
- Lãnh đạo Ban,
- Lưu Văn phòng Ban.

Hà Thị Mộc"""


def test_a_sentence_that_was_broken_is_whole_again_and_headings_and_lists_stay_apart():
    assert paragraphs(PAGE) == [
        "TỈNH ỦY SƠN HẢI",
        "BAN TUYÊN GIÁO VÀ DÂN VẬN",
        "HƯỚNG DẪN",
        "Thực hiện chỉ đạo của Ban Tuyên giáo và Dân vận Trung ương và Thường trực Tỉnh ủy, Ban "
        "Tuyên giáo hướng dẫn tuyên truyền như sau:",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Tuyên truyền sâu rộng ý nghĩa lịch sử, tầm vóc thời đại của nhiệm vụ phát triển "
        "kinh tế – xã hội của địa phương.",
        "- Lãnh đạo Ban,",
        "- Lưu Văn phòng Ban.",
        "Hà Thị Mộc",
    ]


def test_a_bracket_is_closed_before_a_paragraph_ends():
    assert paragraphs("Kỷ niệm 80 năm (19/12/1946\n– 19/12/2026)") == [
        "Kỷ niệm 80 năm (19/12/1946 – 19/12/2026)"
    ]


def test_the_opening_leaves_the_letterhead_out():
    assert opening(PAGE)[0].startswith("Thực hiện chỉ đạo")
    assert opening("Thư mời") == ["Thư mời"]


def test_nothing_gives_nothing():
    assert paragraphs("") == paragraphs(" \n ") == opening("") == []
