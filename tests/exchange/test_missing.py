"""Addresses that answered 404, and redirects made from them."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.urls import reverse

from accounts.audit.models import Entry
from exchange import missing, redirects
from exchange.models import MissedAddress, MissedHit, OldAddress
from tests.factories import ago, make_article, make_document

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def budget(monkeypatch):
    monkeypatch.setattr(missing, "budget", missing.Budget(20))
    monkeypatch.setattr(missing, "monotonic", lambda: 600.0)  # within one minute


def missed(path="/tin/hoi-nghi-giao-ban-12.html"):
    return MissedAddress.objects.create(path=path, count=3, first_at=ago(days=2), last_at=ago())


def test_what_is_not_there_is_counted_with_where_people_came_from(client):
    for _ in range(3):
        client.get("/cu/bai.html?id=7&fbclid=x", headers={"referer": "https://tinh.vn/a?q=bi-mat"})
    client.get("/cu/bai.html?id=7", headers={"referer": "https://khac.vn/"})
    client.get("/khac/")
    missing.add_up()
    client.get("/cu/bai.html?id=7")
    missing.add_up()
    first, second = MissedAddress.objects.all()
    assert (first.path, first.count) == ("/cu/bai.html?id=7", 5)
    assert [(r.referrer, r.count) for r in first.referrers.all()] == [
        ("tinh.vn/a", 3),
        ("khac.vn/", 1),
    ]
    assert (second.path, second.count) == ("/khac/", 1)
    assert not MissedHit.objects.exists()


@pytest.mark.parametrize(
    "address",
    [
        "/tai-khoan/ma/ABCD-EFGH/",  # may hold a one-time code
        "/tim?email=an@vi-du.vn",
        "/tim?email=an%40vi-du.vn",
        "/" + "a" * 400,
        "/van-ban/",
    ],
)
def test_nothing_personal_and_nothing_endless_is_kept(client, address):
    client.get(address)
    client.post("/khong-co/")
    assert not MissedHit.objects.exists()


def test_a_scanner_does_not_fill_the_table(client):
    for number in range(50):
        client.get(f"/wp-admin/{number}.php")
    assert MissedHit.objects.count() == 20


def test_only_so_many_addresses_and_referrers_are_kept(monkeypatch):
    monkeypatch.setattr(missing, "ADDRESSES", 3)
    monkeypatch.setattr(missing, "REFERRERS", 2)
    for number in range(5):
        for place in range(number + 1):
            MissedHit.objects.create(path=f"/{number}/", referrer=f"{place}.vn/")
    missing.add_up()
    assert [address.path for address in MissedAddress.objects.all()] == ["/4/", "/3/", "/2/"]
    assert {address.referrers.count() for address in MissedAddress.objects.all()} == {2}


def test_pages_with_the_words_of_the_address_are_suggested():
    article = make_article("Hội nghị giao ban quý ba")
    make_article("Hội nghị giao ban chưa đăng", status="draft")
    make_document("Giao ban và hội nghị")
    make_article("Chuyện khác", body="<p>Hội nghị giao ban</p>")
    names = [str(page) for _, page in redirects.suggestions("/tin/hoi-nghi-giao-ban-12.html")]
    assert names == ["Hội nghị giao ban quý ba", "Giao ban và hội nghị"]
    assert redirects.suggestions("/12.html") == []
    assert article.pk


def test_one_click_leads_the_address_on(client, administrator):
    row, article = missed(), make_article("Hội nghị giao ban")
    client.force_login(administrator)
    listed = client.get(reverse("admin:exchange_missedaddress_changelist")).content.decode()
    assert f'name="target" value="bai-{article.pk}"' in listed
    address = reverse("admin:exchange_missedaddress_redirect", args=[row.pk])
    client.post(address, {"target": f"bai-{article.pk}"})
    client.logout()
    response = client.get(row.path)
    assert response.status_code == 301
    assert response["Location"] == article.get_absolute_url()
    assert not MissedAddress.objects.exists()
    assert Entry.objects.filter(action="redirect", words=row.path).exists()


def test_a_redirect_goes_through_the_public_door(client):
    row, article = missed(), make_article()
    redirects.lead_on(row, f"bai-{article.pk}", None)
    type(article).objects.update(status="draft")
    assert client.get(row.path).status_code == 404
    type(article).objects.update(status="withdrawn")
    assert client.get(row.path).status_code == 301  # to the note that it is gone


@pytest.mark.parametrize(
    "target",
    [
        "https://xau.example/",
        "//xau.example/",
        "/\\xau.example",
        "javascript:alert(1)",
        "/quan-tri/",
        "/khong-co-gi-o-day/",
        "",
        "bai-999999",
    ],
)
def test_it_leads_nowhere_but_to_a_public_page_of_this_site(target):
    with pytest.raises(ValidationError):
        redirects.lead_on(missed(), target, None)
    assert not OldAddress.objects.exists()


def test_redirects_never_go_around_in_a_circle(client):
    redirects.lead_on(missed("/tin-tuc/a-cu/"), "/tin-tuc/b-cu/", None)
    with pytest.raises(ValidationError, match="nơi cuối cùng"):
        redirects.lead_on(missed("/tin-tuc/b-cu/"), "/tin-tuc/a-cu/", None)
    with pytest.raises((ValidationError, IntegrityError)):
        redirects.lead_on(missed("/tin-tuc/c-cu/"), "/tin-tuc/c-cu/", None)


def test_the_database_refuses_a_redirect_to_elsewhere():
    with pytest.raises(IntegrityError, match="stays_here"):
        OldAddress.objects.create(host="a", path="/x", address="https://xau.example/")
