"""What the tests of the speakers' area share."""

from datetime import UTC, datetime

from django.contrib.messages import get_messages

from speakers.models import Conference
from tests.factories import ago, make_attachment, make_document

NEWEST = "/bao-cao-vien/"
NEW = "/bao-cao-vien/moi/"
SEARCH = "/bao-cao-vien/tim/"
SCHEDULE = "/bao-cao-vien/lich/"
QUESTIONS = "/bao-cao-vien/hoi-dap/"
ASK = "/bao-cao-vien/hoi-dap/hoi/"


def month(year, number):
    return f"{NEWEST}{year}/{number}/"


def members_paper(title=None, *, file=b"", **fields):
    paper = make_document(title, audience="members", **fields)
    if file:
        make_attachment(paper, content=b"%PDF-1.7 " + file)
    return paper


def at(year, number, day=10, hour=3):
    return datetime(year, number, day, hour, tzinfo=UTC)


def make_conference(title="Hội nghị báo cáo viên", papers=(), **fields):
    fields = {"starts_at": ago(days=-3), "place": "Hội trường Tỉnh ủy"} | fields
    conference = Conference.objects.create(title=title, **fields)
    conference.papers.set(papers)
    return conference


def body(response):
    return response.content.decode()


def told(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request))
