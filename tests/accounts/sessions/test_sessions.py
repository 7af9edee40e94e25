"""Who stays signed in, for how long, and where it can be seen and ended."""

from datetime import timedelta

import pytest
from django.conf import settings as portal
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.sessions.devices import words
from accounts.sessions.models import Session
from accounts.tasks import forget_sign_ins

pytestmark = pytest.mark.django_db

PAGE, ASK, STAY = "/tai-khoan/bao-mat/", "/_/phien/", "/tai-khoan/phien/"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1"


def browser_of(person, user_agent=FIREFOX):
    """A browser in which this person signed in by the form."""
    client = Client(headers={"user-agent": user_agent})
    name = person.username
    client.post("/tai-khoan/dang-nhap/", {"username": name, "password": f"{name}-{name}-1"})
    return client


def key_of(client):
    return client.cookies[portal.SESSION_COOKIE_NAME].value


def nobody_there_for(time):
    Session.objects.update(last_seen_at=timezone.now() - time)


@pytest.mark.parametrize("page", ["/tai-khoan/", "/", "/quan-tri/", STAY])
def test_each_page_is_a_sign_of_life(editor, settings, page):
    client = browser_of(editor)
    nobody_there_for(settings.SESSION_IDLE - timedelta(seconds=5))
    client.get(page)
    assert Session.objects.get().remaining > settings.SESSION_IDLE.total_seconds() - 5


def test_a_page_that_is_merely_open_is_none(editor, settings):
    client = browser_of(editor)
    nobody_there_for(settings.SESSION_IDLE - timedelta(seconds=5))
    assert 0 < client.get(ASK).json()["seconds"] < 60
    client.post("/_/xem/", {"noi": "bai-1"})
    client.post("/quan-tri/news/article/tu-luu/", headers={"x-background": "1"})
    assert Session.objects.get().remaining < 60


def test_the_limit_is_kept_by_the_server_on_every_page(editor, settings):
    client = browser_of(editor)
    nobody_there_for(settings.SESSION_IDLE + timedelta(minutes=1))
    assert client.get(ASK).json() == {"seconds": 0}
    assert client.get("/tai-khoan/")["Location"].startswith("/tai-khoan/dang-nhap/")
    assert "data-idle" not in client.get("/").content.decode()


def test_nobody_in_particular_has_no_time_and_gets_no_cookie(client, db):
    response = client.get(ASK)
    assert response.json() == {"seconds": 0}
    assert "no-store" in response["Cache-Control"]
    assert not client.cookies
    assert not Session.objects.exists()


def test_the_warning_is_on_the_pages_of_who_is_signed_in_alone(editor, client):
    assert "data-idle" not in client.get("/").content.decode()
    signed_in = browser_of(editor)
    for page in ("/", "/tai-khoan/", "/quan-tri/"):
        assert 'data-idle="1800.0"' in signed_in.get(page).content.decode()


def test_the_list_tells_the_own_browsers_apart_and_nothing_of_others(editor, speaker):
    here = browser_of(editor, FIREFOX)
    browser_of(editor, EDGE)
    browser_of(speaker, PHONE)
    page = here.get(PAGE)
    assert "no-store" in page["Cache-Control"]
    text = page.content.decode()
    assert "Firefox trên Linux" in text
    assert "Edge trên Windows" in text
    assert "iPhone" not in text
    assert text.count("Đang dùng") == 1
    assert not any(session.session_key in text for session in Session.objects.all())


def test_a_browser_elsewhere_is_signed_out(editor):
    here, there = browser_of(editor), browser_of(editor, PHONE)
    handle = Session.objects.get(session_key=key_of(there)).handle
    assert here.post(f"{STAY}{handle}/dang-xuat/").status_code == 302
    assert "Đã đăng xuất khỏi Safari trên iPhone" in here.get(PAGE).content.decode()
    assert there.get("/tai-khoan/").status_code == 302


def test_everywhere_else_is_signed_out_and_nobody_else(editor, speaker):
    here, there, other = browser_of(editor), browser_of(editor, EDGE), browser_of(speaker)
    here.post(f"{STAY}dang-xuat-noi-khac/")
    assert here.get("/tai-khoan/").status_code == 200
    assert there.get("/tai-khoan/").status_code == 302
    assert other.get("/tai-khoan/").status_code == 200


def test_nobody_ends_the_session_of_another(editor, speaker):
    other = browser_of(speaker)
    handle = Session.objects.get(person=speaker).handle
    browser_of(editor).post(f"{STAY}{handle}/dang-xuat/")
    assert other.get("/tai-khoan/").status_code == 200


def test_it_takes_a_person_and_a_form_of_ours(editor):
    address = f"{STAY}dang-xuat-noi-khac/"
    assert Client().post(address)["Location"].startswith("/tai-khoan/dang-nhap/")
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)
    assert strict.post(address).status_code == 403
    assert strict.get(address).status_code == 405


def test_the_list_costs_the_same_for_many_sessions(editor, django_assert_num_queries):
    here = browser_of(editor)
    here.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        here.get(PAGE)
    count = len(few)
    for _ in range(5):
        browser_of(editor)
    with django_assert_num_queries(count):
        here.get(PAGE)


def test_sessions_that_are_over_are_forgotten_at_night(editor, speaker, settings):
    browser_of(editor)
    nobody_there_for(settings.SESSION_IDLE * 2)
    browser_of(speaker)
    forget_sign_ins(0)
    assert Session.objects.alive().get().person == speaker
    trace = Session.objects.over().get()
    assert (trace.person, trace.session_data, trace.device) == (editor, "", "")
    nobody_there_for(timedelta(days=8))
    forget_sign_ins(0)
    assert not Session.objects.exists()


def test_an_emptied_session_never_comes_to_life_again(editor, settings):
    client = browser_of(editor)
    nobody_there_for(settings.SESSION_IDLE * 2)
    forget_sign_ins(0)
    settings.SESSION_IDLE *= 10
    assert client.get("/tai-khoan/").status_code == 302


@pytest.mark.parametrize(
    ("user_agent", "expected"),
    [
        (FIREFOX, "Firefox trên Linux"),
        (EDGE, "Edge trên Windows"),
        (PHONE, "Safari trên iPhone"),
        ("curl/8.0 <script>", "Trình duyệt khác"),
        ("", "Trình duyệt khác"),
    ],
)
def test_a_browser_in_words(user_agent, expected):
    assert words(user_agent) == expected
