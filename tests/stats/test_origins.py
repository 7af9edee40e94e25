"""From where visitors come, and which programs are search engines."""

import pytest

from stats.models import Hit
from stats.origins import origin_of
from stats.robots import engine_of, is_robot
from tests.stats.looks import PHONE, ROBOT, look_at

ZALO = "Mozilla/5.0 (Linux; Android 13; SM-A055F) Chrome/120 Mobile Safari/537.36 Zalo android/2403"
FACEBOOK = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1) Mobile/15E148 [FBAN/FBIOS;FBAV/440.0]"


@pytest.mark.parametrize(
    ("host", "source", "name"),
    [
        ("", "direct", ""),
        ("www.google.com.vn", "search", "google.com.vn"),
        ("COCCOC.com", "search", "coccoc.com"),
        ("com.google.android.googlequicksearchbox", "search", None),
        ("l.facebook.com", "facebook", "l.facebook.com"),
        ("chat.zalo.me", "zalo", "chat.zalo.me"),
        ("com.zing.zalo", "zalo", "com.zing.zalo"),
        ("dienbien.gov.vn:8443", "site", "dienbien.gov.vn"),
        ("notgoogle.vn", "site", "notgoogle.vn"),
        ("<script>", "direct", ""),
        ("x" * 300, "direct", ""),
        ("testserver", "", ""),
        ("www.testserver", "", ""),
    ],
)
def test_a_host_has_a_kind(rf, host, source, name):
    found = origin_of(rf.get("/", headers=PHONE), host)
    assert found == (source, host if name is None else name)


@pytest.mark.parametrize(("agent", "source"), [(ZALO, "zalo"), (FACEBOOK, "facebook")])
def test_browsers_inside_apps_tell_their_app(rf, agent, source):
    request = rf.get("/", headers={"user-agent": agent})
    assert origin_of(request, "") == (source, "")
    assert not is_robot(request)


@pytest.mark.parametrize(
    ("agent", "engine"),
    [
        (ROBOT["user-agent"], "Google"),
        ("Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)", "Bing"),
        ("Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/)", "Cốc Cốc"),
        ("Mozilla/5.0 (compatible; Baiduspider/2.0)", "Baidu"),
        ("Sogou web spider/4.0", "Sogou"),
        ("curl/8.5", ""),
        ("facebookexternalhit/1.1", ""),
        ("ZaloBot/1.0", ""),
        ("", ""),
    ],
)
def test_search_engines_have_a_name_and_other_programs_none(rf, agent, engine):
    request = rf.get("/", headers={"user-agent": agent})
    assert (is_robot(request), engine_of(request)) == (True, engine)


def test_the_browser_of_coc_coc_is_a_person(rf):
    agent = "Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/120 Chrome/114 Safari/537.36"
    request = rf.get("/", headers={"user-agent": agent})
    assert (is_robot(request), engine_of(request)) == (False, "")


@pytest.mark.django_db
def test_a_look_keeps_the_source_where_somebody_came_to_the_page(client):
    look_at(client, tu="l.facebook.com")
    look_at(client, tu="testserver")
    look_at(client)
    found = sorted(Hit.objects.values_list("source", "name"))
    assert found == [("", ""), ("", ""), ("facebook", "l.facebook.com")]


@pytest.mark.django_db
def test_search_engines_count_by_the_pages_that_they_fetch(client):
    for address in (
        "/",
        "/",
        "/khong-co/",
        "/robots.txt",
        "/rss/",
        "/_/song/",
        "/tai-khoan/dang-nhap/",
    ):
        client.get(address, headers=ROBOT)
    client.get("/", headers=PHONE)
    hits = list(Hit.objects.values_list("what", "source", "name"))
    assert hits == [("robot", "robot", "Google")] * 2
