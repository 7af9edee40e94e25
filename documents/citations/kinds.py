"""How symbols and sentences name the kind of a paper.

Sources: domain.md §3 (the Party's kinds; Decree 30/2020 for the State's), with NĐ, TT and TTLT of
legal papers, which that decree does not cover.
"""

from functools import lru_cache

from core.vietnamese import plain_key

KINDS = {
    "NQ": ["Nghị quyết"],
    "QĐ": ["Quyết định", "Quy định"],
    "CT": ["Chỉ thị"],
    "KL": ["Kết luận"],
    "QC": ["Quy chế"],
    "HD": ["Hướng dẫn"],
    "TB": ["Thông báo"],
    "BC": ["Báo cáo"],
    "KH": ["Kế hoạch"],
    "CTr": ["Chương trình"],
    "TTr": ["Tờ trình"],
    "CV": ["Công văn"],
    "TT": ["Thông tri", "Thông tư"],
    "TC": ["Thông cáo"],
    "ĐA": ["Đề án"],
    "PA": ["Phương án"],
    "DA": ["Dự án"],
    "BB": ["Biên bản"],
    "QyĐ": ["Quy định"],
    "HĐ": ["Hợp đồng"],
    "CĐ": ["Công điện"],
    "BGN": ["Bản ghi nhớ"],
    "BTT": ["Bản thỏa thuận"],
    "GUQ": ["Giấy ủy quyền"],
    "GM": ["Giấy mời"],
    "GGT": ["Giấy giới thiệu"],
    "GNP": ["Giấy nghỉ phép"],
    "PG": ["Phiếu gửi"],
    "PC": ["Phiếu chuyển"],
    "PB": ["Phiếu báo"],
    "NĐ": ["Nghị định"],
    "TTLT": ["Thông tư liên tịch"],
}

# A word as it stands in a sentence, in small letters: the kind's name and its letters. Of two
# letters for one word the Party's come first (Quy định: QĐ, not QyĐ).
WORDS = {
    name.lower(): (name, letters) for letters, names in reversed(KINDS.items()) for name in names
}
LONGEST = max(len(word.split()) for word in WORDS)
PLAIN = {plain_key(letters) for letters in KINDS}


@lru_cache(maxsize=256)
def rival(letters: str, name: str) -> str:
    """The kind that has the same letters without accents and is yet another one, or "".

    QĐ is Quyết định and Quy định, HD Hướng dẫn and (HĐ) Hợp đồng. `name`: the word that stood
    before the symbol, or "".
    """
    own = {name} if name else set(KINDS.get(letters, []))
    key = plain_key(letters)
    others = [
        other
        for similar, names in KINDS.items()
        if plain_key(similar) == key
        for other in names
        if other not in own
    ]
    return others[0] if others and own else ""
