"""The kinds and issuers that every portal knows, from the Party's rules and Decree 30/2020, as
rows that an editor may change."""

import datetime as dt

from core.vietnamese import slugify, tone_key
from documents.models import Issuer, Kind

KINDS = {
    "Nghị quyết": "NQ",
    "Quyết định": "QĐ",
    "Quy định": "QĐ",
    "Chỉ thị": "CT",
    "Kết luận": "KL",
    "Quy chế": "QC",
    "Hướng dẫn": "HD",
    "Thông báo": "TB",
    "Báo cáo": "BC",
    "Kế hoạch": "KH",
    "Chương trình": "CTr",
    "Tờ trình": "TTr",
    "Công văn": "CV",
    "Thông tri": "TT",
    "Thông cáo": "TC",
    "Đề án": "ĐA",
    "Phương án": "PA",
    "Dự án": "DA",
    "Biên bản": "BB",
    "Hợp đồng": "HĐ",
    "Công điện": "CĐ",
    "Bản ghi nhớ": "BGN",
    "Bản thỏa thuận": "BTT",
    "Giấy ủy quyền": "GUQ",
    "Giấy mời": "GM",
    "Giấy giới thiệu": "GGT",
    "Giấy nghỉ phép": "GNP",
    "Phiếu gửi": "PG",
    "Phiếu chuyển": "PC",
    "Phiếu báo": "PB",
    "Luật": "",
    "Nghị định": "NĐ",
    "Thông tư": "TT",
    "Tài liệu": "",
    "Đề cương": "",
}

MERGED_ON = dt.date(2025, 2, 1)  # the boards of propaganda and of mass mobilization became one
# Name: abbreviation, the name of the successor since MERGED_ON ("" for none), whether new then.
ISSUERS = {
    "Ban Chấp hành Trung ương": ("TW", "", False),
    "Văn phòng Trung ương Đảng": ("VPTW", "", False),
    "Ban Chỉ đạo Trung ương": ("BCĐTW", "", False),
    "Ban Tuyên giáo và Dân vận Trung ương": ("BTGDVTW", "", True),
    "Ban Tuyên giáo Trung ương": ("BTGTW", "Ban Tuyên giáo và Dân vận Trung ương", False),
    "Tỉnh ủy": ("TU", "", False),
    "Ban Tuyên giáo và Dân vận Tỉnh ủy": ("BTGDVTU", "", True),
    "Ban Tuyên giáo Tỉnh ủy": ("BTGTU", "Ban Tuyên giáo và Dân vận Tỉnh ủy", False),
    "Huyện ủy": ("HU", "", False),
    "Đảng ủy": ("ĐU", "", False),
    "Đảng ủy Khối": ("ĐUK", "", False),
    "Quốc hội": ("QH", "", False),
    "Ủy ban Thường vụ Quốc hội": ("UBTVQH", "", False),
    "Chính phủ": ("CP", "", False),
    "Thủ tướng Chính phủ": ("TTg", "", False),
    "Ủy ban nhân dân tỉnh": ("UBND", "", False),
}


def ensure_names():
    """Make the rows that are missing; those that are there stay as an editor left them.

    Called after every migration, and after every flush of a test.
    """
    make_missing(Kind, {name: {"abbreviation": short} for name, short in KINDS.items()})
    known = {}
    for name, (short, successor, new) in ISSUERS.items():
        dates = {"valid_from": MERGED_ON} if new else {}
        if successor:
            dates["valid_until"] = MERGED_ON - dt.timedelta(days=1)
        known[name] = {"abbreviation": short, "successor": successor, **dates}
    make_missing(Issuer, known)


def make_missing(model, rows):
    """`rows`: name to further fields. A name counts as there in any spelling of its tones."""
    there = {tone_key(name): pk for pk, name in model.objects.values_list("pk", "name")}
    for name, fields in rows.items():
        if tone_key(name) in there:
            continue
        if "successor" in fields:
            fields["successor_id"] = there.get(tone_key(fields.pop("successor")))
        made, _ = model.objects.get_or_create(slug=slugify(name), defaults={"name": name, **fields})
        there[tone_key(name)] = made.pk
