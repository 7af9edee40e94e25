"""The words by which polls are asked for."""

from django.db.models import Case, F, Prefetch, Q, Value, When
from django.db.models.functions import Now

from core.models import PublicationQuerySet

MEMBERS = "documents.view_members_documents"  # who may read members' papers votes among members


class PollQuerySet(PublicationQuerySet):
    def published(self):
        return self.in_force().filter(audience="public")

    def visible_to(self, user):
        return self.in_force() if user.has_perm(MEMBERS) else self.published()

    def among_members(self):
        """Those of the speakers' area."""
        return self.in_force().filter(audience="members")

    def open(self):
        """Those in which one may vote now. The clock is the database's, as everywhere."""
        begun = Q(opens_at=None) | Q(opens_at__lte=Now())
        return self.filter(begun, Q(closes_at=None) | Q(closes_at__gt=Now()))

    def closed(self):
        return self.filter(closes_at__lte=Now())

    def on_home(self):
        """Those that an editor put on the home page, in that order."""
        return self.open().exclude(home_position=None).order_by("home_position", "-published_at")

    def for_list(self):
        """Each with its `stage` (coming, open, closed) and its choices."""
        stages = [
            When(closes_at__lte=Now(), then=Value("closed")),
            When(opens_at__gt=Now(), then=Value("coming")),
        ]
        from polls.models.polls import Choice

        choices = Prefetch("choices", Choice.objects.all(), to_attr="choice_list")
        stage = Case(*stages, default=Value("open"))
        return self.annotate(stage=stage).prefetch_related(choices).defer("search")

    def last_closed_first(self):
        return self.order_by(F("closes_at").desc(), "-pk")
