"""The languages that a text may be in, by their BCP 47 tags (IANA's registry of subtags).

The three-letter ones are of ISO 639-3; where a people speaks several, the one that is written in
Vietnam's schools and broadcasts, or the macrolanguage.
"""

VIETNAMESE = "vi"

LANGUAGES = [
    (VIETNAMESE, "Tiếng Việt"),
    ("tyz", "Tày"),
    ("nut", "Nùng"),
    ("blt", "Thái (Thái Đen)"),
    ("twh", "Thái (Thái Trắng)"),
    ("mtq", "Mường"),
    ("hmn", "Hmông"),
    ("ium", "Dao"),
    ("km", "Khơ-me"),
    ("cjm", "Chăm"),
    ("bdq", "Ba Na"),
    ("jra", "Gia Rai"),
    ("sed", "Xơ Đăng"),
    ("rad", "Ê-đê"),
    ("kpm", "Cơ Ho"),
    ("cmo", "Mnông"),
    ("lo", "Lào"),
    ("zh", "Trung Quốc"),
    ("fr", "Pháp"),
    ("en", "Anh"),
]
