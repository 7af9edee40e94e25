"""Files of an article: they come and go with it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core import editions
from files.models import StoredFile
from news.models import Article
from tests.factories import ago, make_article, make_attachment

pytestmark = pytest.mark.django_db


def test_they_stand_under_the_text(client):
    article = make_article()
    attachment = make_attachment(article, "Thể lệ cuộc thi.pdf", page_count=3, has_text=True)
    text = client.get(article.get_absolute_url()).content.decode()
    assert attachment.get_absolute_url() == f"{article.get_absolute_url()}tep/1/"
    for words in ("Tệp đính kèm", "Thể lệ cuộc thi.pdf", "3 trang", attachment.get_reading_url()):
        assert words in text
    assert client.get(attachment.get_absolute_url()).getvalue() == b"%PDF-1.7 thu"
    assert client.get(attachment.get_reading_url()).status_code == 200


@pytest.mark.parametrize(
    ("state", "status"),
    [
        ({"status": "draft", "published_at": None}, 404),
        ({"published_at": ago(days=-1)}, 404),
        ({"expires_at": ago(minutes=1)}, 410),
        ({"status": "withdrawn", "withdrawal_note": "Nhầm số liệu"}, 410),
    ],
)
def test_they_are_reached_only_with_the_article(client, editor, state, status):
    attachment = make_attachment(make_article(**state), drawn=1, page_count=1)
    for address in (
        attachment.get_absolute_url(),
        attachment.get_reading_url(),
        attachment.get_picture_url(1),
    ):
        response = client.get(address)
        assert response.status_code == status, address
        assert b"%PDF" not in response.content
    client.force_login(editor)
    assert client.get(attachment.get_absolute_url()).getvalue() == b"%PDF-1.7 thu"


@pytest.mark.django_db(transaction=True)
def test_the_edition_rises_with_the_file_of_a_public_article_and_no_other():
    public, draft = make_article(), make_article(status="draft", published_at=None)

    def raises(change):
        before = editions.current()
        change()
        return editions.current() != before

    assert raises(lambda: make_attachment(public))
    assert raises(lambda: StoredFile.objects.update(page_count=5))
    assert not raises(lambda: StoredFile.objects.update(attempts=1))
    assert not raises(lambda: make_attachment(draft, content=b"%PDF-1.7 nhap"))


def test_a_file_is_no_change_of_the_text(editor):
    article = make_article()
    make_attachment(article)
    assert Article.objects.get().version == article.version
    copy = article.make_copy(editor)
    copy.refresh_from_db()
    assert [str(file) for file in copy.attachment_list] == ["huong-dan.pdf"]


def test_a_page_without_files_asks_for_none(client):
    with CaptureQueriesContext(connection) as asked:
        client.get(make_article().get_absolute_url())
    assert not [query for query in asked if "news_attachment" in query["sql"]]
