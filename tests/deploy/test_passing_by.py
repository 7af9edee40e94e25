"""What goes past the kept pages, files, and the limits."""

import re
import socket
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.urls import URLPattern, get_resolver

from tests.deploy.conftest import DEPLOY

CONF = (DEPLOY / "portal.conf").read_text()
# Sent through the kept pages' location, which drops their query: they read none.
READ_NO_QUERY = re.compile(
    r"picture|file|reading|robots|symbol|_zip$|^csv$|^rate$|^colours$|^this_week$"
)
PLACE = re.compile(r"\(\?P<[^)]*\)|<[^>]*>")


def addresses(resolver, before=""):
    """(one of its paths, name, view) of every address: whatever it takes is 1."""
    for entry in resolver.url_patterns:
        route = before + PLACE.sub("1", str(entry.pattern).strip("^$"))
        if isinstance(entry, URLPattern):
            yield f"/{route}", entry.name or "", entry.callback
        else:
            yield from addresses(entry, route)


def policy(view):
    return getattr(view, "public_page", None)


def test_every_declared_parameter_is_in_the_name_of_a_page():
    declared = {
        name for _, _, view in addresses(get_resolver()) for name in (policy(view) or [()])[0]
    }
    mapped = dict(re.findall(r"^map \$args \$(\w+) .*\|&\)([\w-]+)=", CONF, re.M))
    assert set(mapped.values()) == declared, "deploy/nginx/portal.conf: a map for each"
    (joined,) = re.findall(r'^map "(\S+)"\s+\$portal_declared', CONF, re.M)
    assert joined.split("$")[1:] == list(mapped)


def test_every_address_that_is_no_public_page_passes_by():
    beside = [re.compile(words) for words in re.findall(r"location ~ (\S+) {", CONF)]
    kept = {
        (route, name)
        for route, name, view in addresses(get_resolver())
        if policy(view) is None
        and not READ_NO_QUERY.search(name)
        and not any(words.match(route) for words in beside)
    }
    assert not kept


def test_who_is_signed_in_gets_own_pages(proxy, origin, path):
    origin.body = b"for everybody"
    proxy.ask(path)
    origin.body = b"for Lan"
    answer = proxy.ask(path, cookie="a=1; sessionid=abc")
    assert answer.body == b"for Lan"
    assert "sessionid=abc" in origin.asked[1].headers["Cookie"]
    assert proxy.ask(path).body == b"for everybody"


@pytest.mark.parametrize(
    "address", ["/_/xem/?a=1", "/tai-khoan/dang-nhap/?next=/", "/quan-tri/news/article/?q=x"]
)
def test_what_is_a_persons_own_is_asked_for_each_time(proxy, origin, address):
    proxy.ask(address)
    proxy.ask(address)
    assert origin.paths == [address] * 2


def test_a_form_is_sent_whole(proxy, origin, path):
    proxy.ask(f"{path}?buoc=2", "POST", b"x" * 1000)
    assert (origin.asked[0].method, origin.asked[0].path) == ("POST", f"{path}?buoc=2")
    assert origin.asked[0].size == 1000


def test_the_portal_hears_the_visitors_own_address_alone(proxy, origin, path):
    proxy.ask(path, x_forwarded_for="10.9.8.7")
    asked = origin.asked[0].headers
    assert asked["X-Forwarded-For"] == "127.0.0.1"
    assert asked["X-Forwarded-Proto"] == "https"
    assert asked["Host"] == "portal.example"


def test_static_files_come_compressed_and_for_ever(proxy, origin):
    folder = proxy.folder / "var/static"
    for end, text in {"": "plain", ".gz": "zipped", ".br": "brotli"}.items():
        (folder / f"site.0123456789ab.css{end}").write_text(text)
    address = "/static/site.0123456789ab.css"
    found = {name: proxy.ask(address, accept_encoding=name) for name in ("br", "gzip", "none")}
    assert [answer.body for answer in found.values()] == [b"brotli", b"zipped", b"plain"]
    assert found["br"].headers["Content-Encoding"] == "br"
    assert found["br"].headers["Content-Type"] == "text/css"
    assert "immutable" in found["br"].headers["Cache-Control"]
    assert not origin.asked


def test_a_static_name_without_digest_is_asked_for_again(proxy):
    (proxy.folder / "var/static/favicon.ico").write_text("icon")
    assert proxy.ask("/static/favicon.ico").headers["Cache-Control"] == "public, max-age=3600"


def test_pictures_are_kept_but_not_for_ever(proxy, origin):
    forever = "public, max-age=31536000, immutable"
    origin.headers = {"Cache-Control": forever, "Content-Type": "image/webp"}
    address = "/anh/abcdefgh12345678/640.webp"
    for _ in range(3):
        answer = proxy.ask(address, accept="image/webp", accept_encoding="br")
        assert answer.headers.get_all("Cache-Control") == [forever]
    assert len(origin.asked) == 1
    assert re.search(r"proxy_cache_valid 200 1m;", CONF)  # the test's nginx keeps them a second


def test_protected_files_go_out_only_when_the_portal_says_so(proxy, origin):
    (proxy.folder / "var/media/tep").mkdir()
    (proxy.folder / "var/media/tep/một.pdf").write_bytes(b"%PDF")
    assert proxy.ask("/_tep/tep/m%E1%BB%99t.pdf").status == 404
    assert not origin.asked
    origin.headers = {
        "X-Accel-Redirect": "/_tep/tep/m%E1%BB%99t.pdf",
        "Content-Type": "application/pdf",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Content-Disposition": 'attachment; filename="a.pdf"',
        "Cache-Control": "private, no-cache",
    }
    origin.body = b""
    answer = proxy.ask("/van-ban/huong-dan-1/tep/1/", range="bytes=1-2")
    assert (answer.status, answer.body) == (206, b"PD")
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_pages_come_by_tls_and_http2(proxy):
    proxy.context.set_alpn_protocols(["h2"])
    try:
        with (
            socket.create_connection(("127.0.0.1", proxy.https)) as plain,
            proxy.context.wrap_socket(plain) as secured,
        ):
            assert secured.selected_alpn_protocol() == "h2"
            assert secured.version() in ("TLSv1.2", "TLSv1.3")
    finally:
        proxy.context.set_alpn_protocols(["http/1.1"])


def test_plain_http_leads_to_tls(proxy, path):
    with socket.create_connection(("127.0.0.1", proxy.http)) as plain:
        plain.sendall(f"GET {path}?trang=2 HTTP/1.0\r\nHost: portal.example\r\n\r\n".encode())
        answer = plain.makefile().read()
    assert "301" in answer.splitlines()[0]
    assert f"Location: https://portal.example{path}?trang=2" in answer
    assert "max-age=31536000" in proxy.ask(path).headers["Strict-Transport-Security"]


def test_pages_come_by_ipv6(proxy, path):
    if not proxy.ipv6:
        pytest.skip("this machine has no IPv6")
    connection = proxy.connect("::1", proxy.https6)
    assert proxy.ask(path, connection=connection).status == 200


def burst(proxy, addresses):
    """The statuses of these requests, sent as fast as some connections can."""
    with ThreadPoolExecutor(8) as pool:
        return [answer.status for answer in pool.map(proxy.ask, addresses)]


def test_an_office_behind_one_address_is_served(proxy, path):
    assert burst(proxy, [path] * 300) == [200] * 300


def test_a_flood_of_searches_is_slowed_down(proxy):
    statuses = burst(proxy, ["/tim-kiem/?q=a"] * 200)
    assert statuses.count(200) >= 60
    assert statuses.count(429) > 20
    refused = proxy.ask("/tim-kiem/?q=a")
    while refused.status != 429:
        refused = proxy.ask("/tim-kiem/?q=a")
    assert "Xin chờ một chút" in refused.body.decode()


def test_large_bodies_are_for_the_newsroom(proxy, origin, path):
    large = b"x" * (3 * 1024 * 1024)
    assert proxy.ask(path, "POST", large).status == 413
    assert proxy.ask("/quan-tri/files/", "POST", large).status == 200
    assert [asked.size for asked in origin.asked] == [len(large)]


def test_the_log_knows_no_visitor(proxy, path):
    proxy.ask(f"{path}?q=bi-mat")
    proxy.ask("/tai-khoan/lien-ket/ABCD/")
    log = (proxy.folder / "portal.log").read_text()
    assert path in log
    assert not re.search(r"127\.0\.0\.1|bi-mat|ABCD", log)
