"""Only our own proxies are believed about where a visitor comes from."""

import pytest

from accounts.signing_in.addresses import client_address, networks

PROXY = "10.0.0.5"
CASES = [
    # trusted, peer, X-Forwarded-For, the place that counts
    ("", "203.0.113.9", "198.51.100.1", "203.0.113.9"),
    (PROXY, "203.0.113.9", "198.51.100.1", "203.0.113.9"),
    (PROXY, PROXY, "198.51.100.1", "198.51.100.1"),
    (PROXY, PROXY, "1.2.3.4, 198.51.100.1", "198.51.100.1"),
    ("10.0.0.0/24", PROXY, "1.2.3.4, 198.51.100.1, 10.0.0.7", "198.51.100.1"),
    (PROXY, PROXY, "", PROXY),
    (PROXY, PROXY, "198.51.100.1, khong-phai", PROXY),
    ("unix", "", "198.51.100.1", "198.51.100.1"),
    ("", "", "198.51.100.1", None),
    (PROXY, f"::ffff:{PROXY}", "198.51.100.1", "198.51.100.1"),
    ("", "2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::"),
]


@pytest.mark.parametrize(("trusted", "peer", "forwarded", "expected"), CASES)
def test_the_address_that_counts(rf, settings, trusted, peer, forwarded, expected):
    settings.TRUSTED_PROXIES = networks(trusted)
    request = rf.get("/", REMOTE_ADDR=peer, headers={"x-forwarded-for": forwarded})
    assert client_address(request) == expected
