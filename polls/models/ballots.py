"""Who has voted, and what was voted: two tables that nothing joins.

A Voter says that somebody took part and has neither time nor choice; a Ballot says what was
chosen and has neither voter nor exact time. Both have random keys. What an order of rows or the
number of their transaction could still tell of members, casting.py mixes up.
"""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import Q

from accounts import audit
from core.fields import TextLine
from polls.models.polls import Poll


class Voter(models.Model):
    """One ballot a voter: `person` of a members' poll, `key` of a visitor (core.guard.visitors)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    poll = models.ForeignKey(Poll, models.PROTECT, verbose_name="thăm dò", related_name="voters")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="người bình chọn",
        null=True,
        related_name="+",
    )
    key = models.CharField("mã khách", max_length=64, blank=True)

    class Meta:
        verbose_name = "lượt tham gia thăm dò"
        verbose_name_plural = "lượt tham gia thăm dò"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["poll", "person"], name="poll_once_a_member"),
            models.UniqueConstraint(
                fields=["poll", "key"], condition=~Q(key=""), name="poll_once_a_visitor"
            ),
        ]

    def __str__(self):
        return str(self.poll)


class BallotQuerySet(models.QuerySet):
    def with_words(self):
        """Those with an answer of the voter's own."""
        return self.exclude(words="")

    def shown(self):
        return self.filter(words_state=Ballot.Words.SHOWN)

    def waiting(self):
        return self.filter(words_state=Ballot.Words.WAITING)


class Ballot(models.Model):
    """`chosen` are the ids of choices of its poll, all different and not too many: the database
    looks (polls/sql/ballots.sql). `hour` is that of a visitor's ballot, empty with members."""

    class Words(models.TextChoices):
        WAITING = "waiting", "Chờ duyệt"
        SHOWN = "shown", "Cho hiện"
        HIDDEN = "hidden", "Không cho hiện"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    poll = models.ForeignKey(Poll, models.PROTECT, verbose_name="thăm dò", related_name="ballots")
    chosen = ArrayField(models.BigIntegerField(), verbose_name="đã chọn")
    words = TextLine("ý kiến khác", max_length=300, blank=True)
    words_state = models.CharField("xét duyệt", max_length=7, choices=Words, blank=True)
    is_proven = models.BooleanField("qua kiểm tra tự động", default=True)
    hour = models.DateTimeField("giờ bỏ phiếu", null=True)

    objects = BallotQuerySet.as_manager()

    class Meta:
        verbose_name = "phiếu"
        verbose_name_plural = "phiếu"
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="ballot_words_have_a_state",
                condition=Q(words="", words_state="") | (~Q(words="") & ~Q(words_state="")),
            )
        ]
        indexes = [
            models.Index(fields=["words_state"], name="ballot_words_state", condition=~Q(words=""))
        ]

    def __str__(self):
        return self.words or str(self.poll)


class OpinionManager(models.Manager.from_queryset(BallotQuerySet)):
    def get_queryset(self):
        return super().get_queryset().with_words()


class Opinion(Ballot):
    """A ballot as those who moderate see it: its words alone."""

    objects = OpinionManager()

    class Meta:
        proxy = True
        verbose_name = "ý kiến khác"
        verbose_name_plural = "ý kiến khác"
        default_permissions = ("view", "change")

    @transaction.atomic
    def moderate(self, state, by):
        """Show the words, or not. The poll is held, lest its ballots are mixed meanwhile."""
        Poll.objects.select_for_update(no_key=True).only("pk").get(pk=self.poll_id)
        self.words_state = state
        self.save(update_fields=["words_state"])
        words = f"{self.get_words_state_display()}: {self.words}"
        audit.record("moderate", by, self.poll, words[:200])
