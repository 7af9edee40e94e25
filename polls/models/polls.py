"""A poll: a question, what may be answered, who may answer until when."""

from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q, Value
from django.urls import reverse

from core.fields import PlainText, TextLine
from core.history import Versions
from core.models import Publication, step_permissions
from core.searching import search_column
from core.workflow import RefusedError
from polls.models.querysets import PollQuerySet

FIXED = ("title", "audience", "most")  # once there is a ballot; the database says so, too
HAS_BALLOTS = (
    "Đã có người bình chọn: câu hỏi, phương án, đối tượng và số lựa chọn không đổi được nữa. "
    "Lỗi chính tả thì sửa ở trang “Sửa lỗi chính tả”."
)


class Poll(Publication):
    """`title` is the question. Open from `opens_at` (or its publication) until `closes_at`; then
    it stays on the site with its results until it expires."""

    SLUG_FALLBACK = "tham-do"

    class Audience(models.TextChoices):
        PUBLIC = "public", "Mọi người"
        MEMBERS = "members", "Báo cáo viên (theo tài khoản)"

    class Results(models.TextChoices):
        ALWAYS = "always", "Luôn hiện"
        VOTED = "voted", "Sau khi bình chọn"
        CLOSED = "closed", "Sau khi kết thúc"

    lead = PlainText("lời dẫn", blank=True)
    audience = models.CharField(
        "đối tượng", max_length=7, choices=Audience, default=Audience.PUBLIC
    )
    most = models.PositiveSmallIntegerField(
        "chọn nhiều nhất", default=1, validators=[MinValueValidator(1)],
        help_text="1 là chỉ chọn một phương án.",
    )  # fmt: skip
    results = models.CharField(
        "hiện kết quả", max_length=6, choices=Results, default=Results.ALWAYS
    )
    opens_at = models.DateTimeField(
        "mở lúc", null=True, blank=True, help_text="Để trống là mở ngay khi đăng."
    )
    closes_at = models.DateTimeField(
        "kết thúc lúc", null=True, blank=True, help_text="Để trống là chưa định ngày kết thúc."
    )
    home_position = models.PositiveSmallIntegerField(
        "thứ tự trên trang chủ", null=True, blank=True, help_text="Để trống là không đưa lên."
    )
    search = search_column("title", "lead", Value(""))

    objects = PollQuerySet.as_manager()
    history = Versions(
        excluded_fields=["search", "version", "original"],
        verbose_name="phiên bản thăm dò",
        verbose_name_plural="phiên bản thăm dò",
    )

    class Meta(Publication.Meta):
        verbose_name = "thăm dò ý kiến"
        verbose_name_plural = "thăm dò ý kiến"
        permissions = step_permissions("poll", "thăm dò")
        indexes = [*Publication.Meta.indexes, GinIndex("search", name="poll_search")]
        constraints = [
            *Publication.Meta.constraints,
            models.CheckConstraint(
                name="poll_closes_after_it_opens",
                condition=Q(closes_at=None) | Q(opens_at=None) | Q(closes_at__gt=F("opens_at")),
                violation_error_message="Lúc kết thúc phải sau lúc mở.",
            ),
            models.CheckConstraint(
                name="poll_takes_a_choice",
                condition=Q(most__gte=1),
                violation_error_message="Phải cho chọn ít nhất một phương án.",
            ),
        ]

    def get_absolute_url(self):
        return reverse("polls:poll", args=[self.pk])

    def get_ballot_url(self):
        return reverse("polls:ballot", args=[self.pk])

    def get_results_url(self):
        return reverse("polls:results", args=[self.pk])

    @property
    def is_for_members(self):
        return self.audience == self.Audience.MEMBERS

    @property
    def takes_several(self):
        return self.most > 1

    @property
    def unit(self):
        """What its choices are counted in."""
        return "lượt chọn" if self.takes_several else "phiếu"

    @property
    def has_ballots(self):
        return self.ballots.exists()

    @property
    def starts_at(self):
        return self.opens_at or self.published_at

    def shows_results(self, *, to_voter):
        """Whether the results are to be seen now, by one who has voted or has not. `stage` is
        that of `for_list`."""
        if self.stage == "closed" or self.results == self.Results.ALWAYS:
            return self.stage != "coming"
        return to_voter and self.results == self.Results.VOTED

    def changes_what_is_fixed(self, other):
        return any(getattr(self, name) != getattr(other, name) for name in FIXED)

    def make_copy(self, by):
        raise RefusedError(
            "Thăm dò đã đăng không có bản sửa: phiếu thuộc về chính các phương án đang hiện."
        )

    def take_content(self, other):
        """An earlier version tells the words, not the choices."""
        if self.pk and self.changes_what_is_fixed(other) and self.has_ballots:
            raise RefusedError(HAS_BALLOTS)
        super().take_content(other)


class Choice(models.Model):
    """`is_other`: whoever takes it writes an answer of their own."""

    poll = models.ForeignKey(Poll, models.CASCADE, verbose_name="thăm dò", related_name="choices")
    text = TextLine("phương án", max_length=300)
    is_other = models.BooleanField(
        "ý kiến khác",
        default=False,
        help_text="Người bình chọn tự ghi; ban biên tập duyệt trước khi hiện.",
    )
    position = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "phương án"
        verbose_name_plural = "phương án"
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["poll", "text"],
                name="poll_choice_once",
                violation_error_message="Phương án này đã có.",
            ),
            models.UniqueConstraint(
                fields=["poll"],
                condition=Q(is_other=True),
                name="poll_one_other_choice",
                violation_error_message="Chỉ một phương án là ý kiến khác.",
            ),
        ]

    def __str__(self):
        return self.text
