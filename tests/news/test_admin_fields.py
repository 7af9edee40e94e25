"""The fields of an article in the admin: who sets which, and how a row of a table is found."""

import pytest

from news.models import Article, Genre, Topic
from news.models.genres import ensure_genres
from tests.factories import make_article, make_author, make_category, make_topic
from tests.news.test_admin import LIST, page, typed

pytestmark = pytest.mark.django_db

PIN = {"pinned_until_0": "31/12/2030", "pinned_until_1": "08:00", "coefficient": "2,5"}


def test_writers_choose_people_and_subjects_and_only_secretaries_pins_and_coefficients(
    client, cast
):
    article, topic, author = make_article(status="draft"), make_topic(), make_author()
    further, beside = make_category("Dân vận"), make_article()
    chosen = {
        "topic": topic.pk,
        "authors": [author.pk],
        "more_categories": [further.pk],
        "related_by_hand": [beside.pk],
        "language": "tyz",
        "genre": Genre.objects.first().pk,
    }
    client.force_login(cast["bien_tap_vien"])
    client.post(page(article), typed(client, page(article), **chosen) | PIN)
    article.refresh_from_db()
    assert (article.topic, article.language) == (topic, "tyz")
    assert list(article.authors.all()) == [author]
    assert list(article.more_categories.all()) == [further]
    assert list(article.related_by_hand.all()) == [beside]
    assert (article.pinned_until, article.coefficient) == (None, None)
    client.force_login(cast["thu_ky"])
    client.post(page(article), typed(client, page(article)) | PIN)
    article.refresh_from_db()
    assert article.pinned_until.isoformat() == "2030-12-31T01:00:00+00:00"
    assert article.coefficient == 2.5


def test_a_coefficient_below_zero_is_refused(client, cast):
    article = make_article(status="draft")
    client.force_login(cast["thu_ky"])
    response = client.post(page(article), typed(client, page(article), coefficient="-1"))
    assert response.context["errors"]
    assert Article.objects.get().coefficient is None


def test_an_editor_makes_a_topic_whose_address_comes_from_its_name(client, editor):
    client.force_login(editor)
    response = client.post("/quan-tri/news/topic/add/", {"name": "Ứng phó mưa lũ", "slug": ""})
    assert response.status_code == 302
    assert Topic.objects.get().slug == "ung-pho-mua-lu"
    assert client.get("/quan-tri/news/genre/add/").status_code == 403


def test_accounts_behind_pen_names_are_chosen_by_those_who_see_accounts(client, cast):
    author = make_author()
    address = f"/quan-tri/news/author/{author.pk}/change/"
    for role, chooses in {"bien_tap_vien": False, "quan_tri": True}.items():
        client.force_login(cast[role])
        form = client.get(address).context["adminform"].form
        assert ("user" in form.fields) == chooses, role


def test_the_list_filters_by_genre_and_language(client, editor):
    make_article("Tiếng Tày", language="tyz", genre=Genre.objects.first())
    make_article("Tiếng Việt")
    client.force_login(editor)
    for query in ("language__exact=tyz", f"genre__id__exact={Genre.objects.first().pk}"):
        found = client.get(f"{LIST}?{query}").context["cl"].result_list
        assert [article.title for article in found] == ["Tiếng Tày"]


def test_genres_are_there_and_those_of_a_board_stay():
    assert Genre.objects.filter(name="Phóng sự").exists()
    Genre.objects.exclude(name="Tin").delete()
    ensure_genres()
    assert [genre.name for genre in Genre.objects.all()] == ["Tin"]


@pytest.mark.parametrize("typed_as", ["7,25", "7.25"])
def test_a_coefficient_is_typed_with_a_comma_or_a_point(client, cast, typed_as):
    article = make_article(status="draft")
    client.force_login(cast["thu_ky"])
    client.post(page(article), typed(client, page(article), coefficient=typed_as))
    article.refresh_from_db()
    assert str(article.coefficient) == "7.25"
    shown = client.get(page(article)).content.decode()
    assert 'name="coefficient" value="7,25"' in shown
