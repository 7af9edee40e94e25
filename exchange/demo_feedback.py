"""The demo's questions with answers, and its consultations; their days are counted from today."""

from datetime import timedelta

from django.utils import timezone

from core.vietnamese import slugify
from feedback.models import Asker, Consultation, Opinion, Question, Subject


def load(lines):
    """Each kind where there is none of it yet."""
    if not Question.objects.exists():
        load_questions(lines)
    if not Consultation.objects.exists():
        load_consultations(lines["consultations"])


def load_questions(lines):
    for position, name in enumerate(lines["subjects"]):
        Subject.objects.get_or_create(
            name=name, defaults={"slug": slugify(name), "position": position}
        )
    subjects = {subject.name: subject for subject in Subject.objects.all()}
    for line in lines["questions"]:
        question = Question.objects.create(
            title=line["title"],
            slug=slugify(line["title"], 80),
            subject=subjects[line["subject"]],
            text=line["text"],
            asked_by=line.get("asked_by", ""),
            asked_at=days_ago(line["asked"]),
            answer=line.get("answer", ""),
            answered_by=line.get("answered_by", ""),
            **life(line.get("answered")),
        )
        if not question.answer:
            Asker.objects.create(question=question, name=line["name"], words=line["text"])


def load_consultations(lines):
    for line in lines:
        consultation = Consultation.objects.create(
            title=line["title"],
            slug=slugify(line["title"], 80),
            drafted_by=line["drafted_by"],
            lead=line["lead"],
            body=line["body"],
            outcome=line.get("outcome", ""),
            closes_at=days_ago(line["closes"]).replace(hour=17, minute=0, second=0, microsecond=0),
            **life(line["published"]),
        )
        for opinion in line["opinions"]:
            made = consultation.opinions.create(**opinion)
            made.consultation.opinions.filter(pk=made.pk).update(
                sent_at=days_ago(line["published"] - 3)
            )
        Opinion.objects.filter(consultation=consultation).decide(Opinion.State.SHOWN, None)


def life(days):
    """Published so many days ago; a draft where there is no number."""
    if days is None:
        return {}
    return {"status": "published", "published_at": days_ago(days)}


def days_ago(days):
    return timezone.localtime() - timedelta(days=days)
