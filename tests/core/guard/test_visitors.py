"""The visitor's token: given with a form, the same afterwards, different for each thing."""

from django.http import HttpResponse

from core.guard import visitors


def visit(rf, cookie=""):
    request = rf.get("/")
    if cookie:
        request.COOKIES[visitors.COOKIE] = cookie
    return request


def test_a_visitor_keeps_the_token_and_it_has_a_key_for_each_thing(rf):
    given = visitors.remember(visit(rf), HttpResponse()).cookies[visitors.COOKIE]
    assert given["httponly"]
    assert given["samesite"] == "Lax"
    back = visit(rf, given.value)
    assert not visitors.remember(back, HttpResponse()).cookies
    key = visitors.key(back, "poll-1")
    assert len(key) == 64
    assert key == visitors.key(back, "poll-1")
    assert key != visitors.key(back, "poll-2")


def test_no_token_and_a_made_up_one_have_no_key(rf):
    assert visitors.key(visit(rf), "poll-1") == ""
    assert visitors.key(visit(rf, "toi-tu-viet:abc"), "poll-1") == ""
    assert visitors.remember(visit(rf, "toi-tu-viet:abc"), HttpResponse()).cookies
