"""What search learns: words, names behind abbreviations, and searches that found nothing."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from core.fields import TextLine


class Word(models.Model):
    """A word of the texts, without accents; `form`: how it is mostly written; made anew by a job
    (search/words.py)."""

    plain = models.CharField("không dấu", max_length=40, primary_key=True)
    form = models.CharField("cách viết", max_length=40)
    number = models.PositiveIntegerField("số bài có từ này")

    class Meta:
        verbose_name = "từ đã gặp"
        verbose_name_plural = "từ đã gặp"
        indexes = [GinIndex(fields=["plain"], name="word_alike", opclasses=["gin_trgm_ops"])]

    def __str__(self):
        return self.form


class Synonym(models.Model):
    """An abbreviation and the name that it stands for; searched as one where accepted."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "Đề nghị"
        ACCEPTED = "accepted", "Dùng khi tìm"
        REFUSED = "refused", "Không dùng"

    short = TextLine("viết tắt", max_length=20)
    name = TextLine("tên đầy đủ", max_length=150)
    state = models.CharField("trạng thái", max_length=8, choices=State, default=State.PROPOSED)
    number = models.PositiveIntegerField("số lần gặp", default=0, editable=False)
    example = TextLine("gặp ở", max_length=300, blank=True, editable=False)

    class Meta:
        verbose_name = "từ viết tắt"
        verbose_name_plural = "từ viết tắt"
        ordering = ["-state", "-number", "short"]
        constraints = [
            models.UniqueConstraint(
                "short",
                "name",
                name="synonym_once",
                violation_error_message="Từ viết tắt này đã có với tên đầy đủ ấy.",
            )
        ]

    def __str__(self):
        return f"{self.short} – {self.name}"


class Renamed(models.Model):
    """A name that was changed, written by a trigger: the rows of the things that bear it are made
    again by a job (search/renaming.py). `named`: the name's table; `done_to`: the last of them
    that was."""

    named = models.CharField(max_length=63)
    named_id = models.BigIntegerField()
    done_to = models.BigIntegerField(default=0)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.named} {self.named_id}"


class MissedSearch(models.Model):
    """Words that were searched and not found, by day of the last time; nothing of who asked."""

    words = models.CharField("từ đã tìm", max_length=100, primary_key=True)
    number = models.PositiveIntegerField("số lần", default=1)
    last_on = models.DateField("gần nhất")

    class Meta:
        verbose_name = "lượt tìm không thấy"
        verbose_name_plural = "lượt tìm không thấy"
        ordering = ["-number", "-last_on"]

    def __str__(self):
        return self.words
