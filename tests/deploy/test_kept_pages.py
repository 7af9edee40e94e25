"""What the proxy keeps, under which name, and for how long."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.deploy.origin import PAGE

FRESH = 2.1  # seconds after which nothing is fresh any more (nginx counts whole ones)
USELESS = 4.1  # after which nothing is shown even while a new one is fetched
FORGOTTEN = 6.2  # after which nothing is shown even while the portal fails


def test_a_page_is_fetched_once(proxy, origin, path):
    assert [proxy.ask(path).body for _ in range(5)] == [b"first"] * 5
    assert len(origin.asked) == 1


@pytest.mark.parametrize(
    ("accepted", "told"),
    [
        ("br, gzip", "br"),
        ("gzip, deflate, br;q=0.9", "br"),
        ("gzip, br;q=0", "gzip"),
        ("GZIP;q=1.0, zstd", "gzip"),
        ("gzip;q=0.0, deflate", None),
        ("brotli, x-gzip", None),
    ],
)
def test_the_portal_hears_of_three_encodings(proxy, origin, path, accepted, told):
    proxy.ask(path, accept_encoding=accepted)
    assert origin.asked[0].headers.get("Accept-Encoding") == told


def test_spellings_of_an_encoding_share_a_page(proxy, origin, path):
    for accepted in ("br", "gzip, br", "gzip, deflate, br;q=0.8", "br;q=1, *;q=0.1"):
        proxy.ask(path, accept_encoding=accepted)
    assert len(origin.asked) == 1
    origin.body = b"squeezed"
    assert proxy.ask(path, accept_encoding="gzip").body == b"squeezed"
    assert proxy.ask(path, accept_encoding="br").body == b"first"


def test_only_declared_parameters_name_a_page(proxy, origin, path):
    for query in ("?trang=2", "?utm_source=zalo&trang=2", "?trang=2&fbclid=x&trang="):
        proxy.ask(path + query)
    assert origin.paths == [f"{path}?trang=2"]


def test_a_page_is_kept_under_what_the_portal_was_asked(proxy, origin, path):
    """A parameter that comes twice must not have one page kept in the place of another."""
    proxy.ask(f"{path}?trang=1&trang=2")
    proxy.ask(f"{path}?trang=1")
    assert origin.paths == [f"{path}?trang=1"]


def test_addresses_of_former_sites_keep_their_query(proxy, origin):
    old = ["/index.php?nv=news&op=tin-12", "/?p=12", "/Default.aspx?tabid=3"]
    for address in old:
        proxy.ask(address)
    assert origin.paths == old


def test_a_known_page_is_not_sent_again(proxy, origin, path):
    origin.headers["ETag"] = '"one"'
    proxy.ask(path)
    answer = proxy.ask(path, if_none_match='"one"')
    assert (answer.status, answer.body) == (304, b"")
    assert len(origin.asked) == 1


def test_an_old_copy_is_renewed_by_its_etag(proxy, origin, path):
    origin.headers["ETag"] = '"one"'
    proxy.ask(path)
    time.sleep(USELESS)
    assert proxy.ask(path).body == b"first"
    assert origin.asked[1].headers["If-None-Match"] == '"one"'
    proxy.ask(path)
    assert len(origin.asked) == 2


def test_while_a_page_is_renewed_the_old_one_is_shown(proxy, origin, path):
    proxy.ask(path)
    origin.body, origin.delay = b"second", 0.5
    time.sleep(FRESH)
    start = time.monotonic()
    assert proxy.ask(path).body == b"first"
    assert time.monotonic() - start < 0.4
    time.sleep(0.8)
    assert proxy.ask(path).body == b"second"


def test_after_some_seconds_nobody_sees_the_old_page(proxy, origin, path):
    proxy.ask(path)
    origin.body = b"second"
    time.sleep(USELESS)
    assert proxy.ask(path).body == b"second"


def test_browsers_are_not_told_to_show_old_pages(proxy, origin, path):
    for _ in range(2):  # from the portal, then from here
        answer = proxy.ask(path)
        assert answer.headers.get_all("Cache-Control") == [
            "public, max-age=0, s-maxage=1, stale-if-error=4"
        ]
    assert origin.asked[0].headers["X-Shared-Cache"] == "1"


def test_while_the_portal_fails_the_old_page_is_shown_for_a_time(proxy, origin, path):
    proxy.ask(path)
    origin.status, origin.body = 500, b"failure"
    origin.headers = {"Cache-Control": "no-store"}
    time.sleep(USELESS)
    assert proxy.ask(path).body == b"first"
    time.sleep(FORGOTTEN - USELESS)
    answer = proxy.ask(path)
    assert answer.status == 502
    assert "Trang tạm ngừng" in answer.body.decode()
    origin.forget()
    assert proxy.ask(path).status == 200


def test_a_page_that_is_gone_is_gone(proxy, origin, path):
    proxy.ask(path)
    origin.status, origin.body = 410, b"gone"
    time.sleep(USELESS)
    assert (proxy.ask(path).status, proxy.ask(path).body) == (410, b"gone")


def test_while_the_portal_is_down_the_old_page_is_shown_for_a_time(proxy, origin, path):
    proxy.ask(path)
    origin.stop()
    try:
        time.sleep(USELESS)
        assert proxy.ask(path).body == b"first"
        time.sleep(FORGOTTEN - USELESS)
        answer = proxy.ask(path)
        assert answer.status == 502
        assert "Trang tạm ngừng" in answer.body.decode()
    finally:
        origin.start()


def test_many_who_miss_a_page_ask_for_it_once(proxy, origin, path):
    origin.delay = 0.5
    with ThreadPoolExecutor(30) as pool:
        answers = list(pool.map(proxy.ask, [path] * 30))
    assert {answer.body for answer in answers} == {b"first"}
    assert len(origin.asked) == 1


def test_what_is_private_is_not_kept(proxy, origin, path):
    origin.headers = PAGE | {"Cache-Control": "private, no-store"}
    proxy.ask(path)
    proxy.ask(path)
    assert len(origin.asked) == 2


def test_what_sets_a_cookie_is_not_kept(proxy, origin, path):
    origin.headers["Set-Cookie"] = "one=1"
    proxy.ask(path)
    proxy.ask(path)
    assert len(origin.asked) == 2
