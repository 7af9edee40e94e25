"""Questions with their answers, and consultations, among the results of the search page."""

from core.sanitise import text_of
from core.vietnamese import HANOI, day_words
from feedback.models import Consultation, Question
from search.catalogue import CONSULTATIONS, QUESTIONS
from search.shelves import Hit, Shelf


class Feedback(Shelf):
    """A subclass tells the queryset with what its hits show, and of one thing facts and texts."""

    def hits(self, user, ids, marker):
        return {thing.pk: self.hit(thing, marker) for thing in self.shown(user, ids)}

    def hit(self, thing, marker):
        return Hit(
            kind=self.kind,
            facts=self.facts(thing),
            title=marker.whole(thing.title),
            url=thing.get_absolute_url(),
            day=thing.published_at.astimezone(HANOI).date(),
            passage=marker.passage(" ".join(filter(None, self.texts(thing)))),
        )

    def for_links(self, things):
        return things.only("title", "slug")

    def shown(self, user, ids):
        raise NotImplementedError

    def facts(self, thing):
        raise NotImplementedError

    def texts(self, thing):
        raise NotImplementedError


class Questions(Feedback):
    source = QUESTIONS
    slug = "hoi-dap"
    label = kind = "Hỏi đáp"

    def search(self, user):
        return Question.objects.visible_to(user)

    def shown(self, user, ids):
        return self.search(user).filter(pk__in=ids).for_list()

    def facts(self, question):
        return [question.subject.name] if question.subject else []

    def texts(self, question):
        return question.text, text_of(question.answer)


class Consultations(Feedback):
    source = CONSULTATIONS
    slug = "gop-y-du-thao"
    label = kind = "Lấy ý kiến dự thảo"

    def search(self, user):
        return Consultation.objects.visible_to(user)

    def shown(self, user, ids):
        return self.search(user).filter(pk__in=ids).with_state().defer("search")

    def facts(self, consultation):
        until = day_words(consultation.closes_at)
        return [f"Góp ý đến {until}" if consultation.is_open else f"Đã hết hạn góp ý, {until}"]

    def texts(self, consultation):
        return consultation.lead, text_of(consultation.body), text_of(consultation.outcome)
