"""The demo: content, people, and what a second run does."""

import stat
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command

from accounts.models import User
from accounts.roles import LABELS, STAFF
from documents.models import Attachment, Document, Pack, Relation, Series
from exchange import demo
from exchange.demo_people import PEOPLE, ensure_people
from news.models import Article, Category
from pages.models import SiteSettings
from stats.models import Day, VisitSummary
from tests.factories import make_article, make_person

DEMO = settings.BASE_DIR / "demo"


@pytest.fixture
def accounts(db, settings, tmp_path):
    settings.VAR_DIR = tmp_path / "var"
    return settings.VAR_DIR / "demo-accounts.txt"


@pytest.fixture
def people(accounts):
    ensure_people(accounts)
    return accounts


def lines(path):
    return [line.split(" ") for line in path.read_text().splitlines()]


def load(**options):
    out = StringIO()
    call_command("load_demo", stdout=out, stderr=out, **options)
    return out.getvalue()


def test_the_demo_makes_content_and_people_and_a_second_run_nothing(accounts):
    load()
    models = (Article, Document, Category, Attachment, User, Pack, Series, Relation, Day)
    counts = [model.objects.count() for model in models]
    text = accounts.read_text()
    assert counts[0] >= 40
    assert counts[1] >= 20
    assert counts[2] >= 10
    assert counts[4] == len(LABELS)
    assert all(counts[5:])
    assert VisitSummary.load().figures.total > VisitSummary.load().starting_total == 30_393_569
    assert SiteSettings.objects.get().name.endswith("Sơn Hải")
    out = load()
    assert "mới" not in out
    assert "cập nhật" not in out
    assert counts == [model.objects.count() for model in models]
    assert accounts.read_text() == text


def test_categories_come_in_the_order_and_the_levels_of_the_file(db):
    tree = [
        {"name": "Tin tức", "description": "Một", "children": [{"name": "Ban", "description": ""}]},
        {"name": "Khoa giáo", "description": "Hai", "children": []},
    ]
    for _ in range(2):
        demo.load_categories(tree)
        assert [
            (category.name, [child.name for child in category.children_list])
            for category in Category.objects.all().tree()
        ] == [("Tin tức", ["Ban"]), ("Khoa giáo", [])]


def test_what_the_board_wrote_about_itself_stays(db):
    SiteSettings.objects.create(name="Ban của chúng tôi")
    demo.load_site({"name": "Ban thử"})
    assert SiteSettings.objects.get().name == "Ban của chúng tôi"


def test_each_role_has_a_person_who_signs_in(people, client):
    assert [role for _, _, role in lines(people)] == list(LABELS)
    for username, password, role in lines(people):
        person = User.objects.get(username=username)
        assert client.login(username=username, password=password)
        assert [group.name for group in person.groups.all()] == [role]
        assert person.is_staff == (role in STAFF)
        assert not person.is_superuser
        assert person.full_name
        assert len(password) >= 12


def test_the_file_is_for_its_owner_only(people):
    assert stat.S_IMODE(people.stat().st_mode) == 0o600
    assert [path.name for path in people.parent.iterdir()] == ["demo-accounts.txt"]


def test_passwords_differ_and_stay(people):
    passwords = {password for _, password, _ in lines(people)}
    assert len(passwords) == len(PEOPLE)
    before = people.read_text(), list(User.objects.order_by("id").values_list("password"))
    ensure_people(people)
    assert before == (
        people.read_text(),
        list(User.objects.order_by("id").values_list("password")),
    )


def test_a_lost_file_is_written_anew_with_passwords_that_work(people, client):
    people.unlink()
    ensure_people(people)
    for username, password, _ in lines(people):
        assert client.login(username=username, password=password)


def test_a_lost_person_is_made_anew_with_the_password_of_the_file(people, client):
    before = people.read_text()
    User.objects.get(username="thuky").delete()
    ensure_people(people)
    password = dict(line[:2] for line in lines(people))["thuky"]
    assert people.read_text() == before
    assert client.login(username="thuky", password=password)


def test_a_real_person_of_the_same_username_is_left_alone(accounts, client):
    make_person("quantri", "bao_cao_vien")
    assert ensure_people(accounts) == ["quantri"]
    assert "quantri" not in accounts.read_text()
    assert client.login(username="quantri", password="quantri-quantri-1")
    assert [group.name for group in User.objects.get(username="quantri").groups.all()] == [
        "bao_cao_vien"
    ]


@pytest.mark.parametrize("there", [make_article, lambda: make_person("lan", "bien_tap_vien")])
def test_if_empty_leaves_a_portal_in_use_alone(accounts, there):
    there()
    assert load(if_empty=True) == ""
    assert Article.objects.count() + User.objects.count() == 1
    assert not accounts.exists()
