"""Addresses and telephone numbers that somebody typed."""

import pytest
from django.core.exceptions import ValidationError

from core.web_addresses import check_link, check_telephones, check_web_address, dialled


@pytest.mark.parametrize("address", ["https://tuyengiao.sonhai.example", "http://a.vn/x?y=1#z"])
def test_an_address_that_a_browser_opens_is_taken(address):
    check_web_address(address)
    check_link(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://https://tuyengiao.vn",  # what a board's footer really shows
        "https://https//tuyengiao.vn",
        "tuyengiao.vn",
        "ftp://tuyengiao.vn",
        "javascript:alert(1)",
        "https://tuyengiao.vn@xau.example",
        "https://",
        "https://có dấu cách.vn",
    ],
)
def test_an_address_without_sense_is_refused(address):
    for check in (check_web_address, check_link):
        with pytest.raises(ValidationError):
            check(address)


def test_a_link_may_be_a_path_of_this_site_and_of_no_other():
    check_link("/van-ban/?nam=2026")
    for path in ("//xau.example/", "/\\xau.example", "/có dấu cách"):
        with pytest.raises(ValidationError):
            check_link(path)


def test_telephones_are_numbers_with_semicolons_between_them():
    check_telephones("0230.3850108; (0230) 3850 109;+84 912 345 678")
    for text in ("gọi cô Lan", "113", "0230.3850108 - 0230.3850109"):
        with pytest.raises(ValidationError):
            check_telephones(text)
    assert dialled("(0230) 385.0108") == "02303850108"
