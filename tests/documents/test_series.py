"""Series: bulletins with their issues."""

import datetime as dt
import io

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from documents.models import Document, Series
from library.models import Picture
from tests.factories import make_document

pytestmark = pytest.mark.django_db


@pytest.fixture
def bulletin():
    return Series.objects.create(name="Bản tin nội bộ", slug="ban-tin", description="Hằng tháng")


def make_issue(series, number, month, **fields):
    return make_document(
        f"Bản tin số {number}", series=series, issue_number=number, issue_month=month, **fields
    )


def issues(response):
    return [issue.title for issue in response.context["page_obj"]]


def test_issues_stand_by_month_and_number_the_newest_first(client, bulletin):
    make_issue(bulletin, 9, dt.date(2026, 9, 1))
    make_issue(bulletin, 10, dt.date(2026, 10, 1))
    make_issue(bulletin, 11, dt.date(2026, 10, 15), audience="members")
    make_issue(bulletin, 12, dt.date(2026, 12, 1), status="draft")
    response = client.get("/an-pham/ban-tin/")
    assert issues(response) == ["Bản tin số 10", "Bản tin số 9"]
    assert "Số 10, tháng 10/2026" in response.content.decode()


def test_a_speaker_sees_the_members_issues(client, bulletin, speaker):
    make_issue(bulletin, 11, dt.date(2026, 10, 15), audience="members")
    assert client.get("/an-pham/ban-tin/").status_code == 404
    assert "Bản tin nội bộ" not in client.get("/an-pham/").content.decode()
    client.force_login(speaker)
    assert issues(client.get("/an-pham/ban-tin/")) == ["Bản tin số 11"]


def test_the_list_shows_each_series_with_its_newest_issue(client, bulletin):
    make_issue(bulletin, 9, dt.date(2026, 9, 1))
    make_issue(bulletin, 10, dt.date(2026, 10, 1))
    Series.objects.create(name="Chưa ra số nào", slug="chua-ra")
    response = client.get("/an-pham/")
    assert [issue.title for issue in response.context["issues"]] == ["Bản tin số 10"]
    assert "Chưa ra số nào" not in response.content.decode()


@pytest.fixture
def cover():
    file = io.BytesIO()
    Image.new("RGB", (900, 1200), "maroon").save(file, "PNG")
    file.seek(0)
    file.name = "bia.png"
    return Picture.objects.add(file, alt="Bìa bản tin")


def test_the_cover_goes_with_the_last_issue_that_shows_it(client, bulletin, cover):
    issue = make_issue(bulletin, 10, dt.date(2026, 10, 1), cover=cover)
    assert client.get(cover.url(320)).status_code == 200
    Document.objects.filter(pk=issue.pk).update(status="withdrawn")
    assert client.get(cover.url(320)).status_code == 410


def test_an_issue_shows_its_cover_and_leads_to_its_series(client, bulletin, cover):
    issue = make_issue(bulletin, 10, dt.date(2026, 10, 1), cover=cover)
    assert cover.srcset in client.get("/an-pham/ban-tin/").content.decode()
    text = client.get(issue.get_absolute_url()).content.decode()
    assert '<a href="/an-pham/ban-tin/">Bản tin nội bộ</a>' in text
    assert cover.share in text


def test_one_number_of_a_month_is_one_issue(bulletin):
    make_issue(bulletin, 10, dt.date(2026, 10, 1))
    with pytest.raises(ValidationError, match="Ấn phẩm đã có số ấy"):
        Document(
            series=bulletin, issue_number=10, issue_month=dt.date(2026, 10, 1)
        ).validate_constraints()
    with pytest.raises(ValidationError, match="chỉ ghi cho một số của ấn phẩm"):
        Document(issue_number=10).validate_constraints()


@pytest.mark.parametrize(
    ("number", "month", "name"),
    [
        (10, dt.date(2026, 10, 1), "Số 10, tháng 10/2026"),
        (None, dt.date(2026, 3, 1), "Tháng 03/2026"),
        (3, None, "Số 3"),
        (None, None, ""),
    ],
)
def test_an_issue_is_named_by_what_is_known(number, month, name):
    assert Document(issue_number=number, issue_month=month).issue_name == name


def test_a_long_series_takes_few_queries(client, bulletin, django_assert_max_num_queries):
    for number in range(1, 40):
        make_issue(bulletin, number, dt.date(2020, 1, 1) + dt.timedelta(days=31 * number))
    with django_assert_max_num_queries(8):
        assert len(issues(client.get("/an-pham/ban-tin/?trang=1"))) == 24
