"""Lists as offices send them."""

from io import BytesIO
from unicodedata import normalize

import pytest
from openpyxl import Workbook

from accounts.invitations.columns import rows_of
from accounts.invitations.tables import TableError, read_table

TEXT = "STT;Họ và tên;Đơn vị;Điện thoại\r\n1;Nguyễn Thị Hoà;Đảng ủy xã Mường Bú;912345678\r\n"
ROW = {
    "number": 2,
    "full_name": "Nguyễn Thị Hoà",
    "unit": "Đảng ủy xã Mường Bú",
    "phone": "912345678",
}
TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


def windows_1258(text):
    """As Windows writes it: letters with hats whole, tones behind them."""
    out = []
    for letter in text:
        apart = normalize("NFD", letter)
        tones = "".join(mark for mark in apart if mark in TONES)
        rest = normalize("NFC", "".join(mark for mark in apart if mark not in TONES))
        out.append(rest + tones)
    return "".join(out).encode("cp1258")


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.replace(";", "\t").encode("utf-16"),
        windows_1258(TEXT),
        windows_1258(TEXT.replace(";", ",")),
    ],
    ids=["utf-8", "bom", "utf-16", "excel-text", "windows-1258", "commas"],
)
def test_a_list_is_read_in_any_encoding(content):
    assert rows_of(read_table(content)) == ([ROW], [])


def workbook(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_excel_is_read_with_titles_above_gaps_and_numbers():
    content = workbook(
        ["DANH SÁCH BÁO CÁO VIÊN"],
        [],
        ["TT", "Họ và tên", "Số điện thoại", "Ngày hết hạn", "Dân tộc"],
        [1, "Lò Văn Inh", 912345678, "-", "Thái"],
        [],
        [2, "Giàng Thị Mỷ", 987654321.0, None, "Mông"],
    )
    rows, ignored = rows_of(read_table(content))
    assert [(row["number"], row["phone"]) for row in rows] == [(4, "912345678"), (6, "987654321")]
    assert rows[0]["valid_until"] == ""
    assert ignored == ["Dân tộc"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "cột"),
        ("Tên cột lạ;Khác\n1;2\n".encode(), "cột"),
        ("Họ và tên;Đơn vị\n".encode(), "không có dòng nào"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, ".xls"),
        (b"%PDF-1.7 \0", "CSV"),
        (b"PK\x03\x04hong", "hỏng"),
        (b"x" * (5 * 1024 * 1024 + 1), "quá lớn"),
        (("Họ và tên\n" + "An\n" * 20_001).encode(), "quá lớn"),
    ],
)
def test_what_is_no_list_is_refused_with_a_reason(content, told):
    with pytest.raises(TableError, match=told):
        rows_of(read_table(content))
