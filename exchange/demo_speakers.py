"""The demo's conferences, confirmations and questions; their days are counted from today."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from accounts.models import User
from documents.models import Document
from exchange.demo_people import DOMAIN, PEOPLE
from exchange.models import ImportedDocument
from speakers.models import Conference, Question, ReadingRequest


def load(lines, origin):
    """Each kind where there is none of it yet. `lines` name papers by their id in the source."""
    rows = ImportedDocument.objects.filter(origin=origin)
    found = dict(rows.values_list("source_id", "document"))
    if not Conference.objects.exists():
        load_conferences(lines["conferences"], found)
    if not ReadingRequest.objects.exists():
        load_readings(lines["readings"], found)
    if not Question.objects.exists():
        load_questions(lines["questions"], found)


def load_conferences(lines, found):
    for line in lines:
        conference = Conference.objects.create(
            title=line["title"],
            starts_at=moment(line["in_days"], line["from"]),
            ends_at=moment(line["in_days"], line["to"]),
            place=line["place"],
            link=line.get("link", ""),
            note=line.get("note", ""),
        )
        named = [found.get(number) for number in line.get("papers", [])]
        conference.papers.set(Document.objects.filter(pk__in=named))


def moment(days, clock):
    day = timezone.localdate() + timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, time.fromisoformat(clock)))


def load_readings(lines, found):
    for line in lines:
        paper = Document.objects.filter(pk=found.get(line["paper"])).first()
        if paper:
            until = timezone.localdate() + timedelta(days=line["within_days"])
            ReadingRequest.objects.create(document=paper, until=until)


def load_questions(lines, found):
    username, _ = PEOPLE["bao_cao_vien"]
    asker = User.objects.filter(email=f"{username}@{DOMAIN}").first()
    for line in lines:
        question = Question(
            asker=asker, document_id=found.get(line.get("paper")), text=line["text"]
        )
        question.answer_with(line.get("answer", ""), None)
        question.save()
