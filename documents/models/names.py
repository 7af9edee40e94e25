"""What papers are sorted by: kinds, issuers, fields of work."""

from django.db import models
from django.db.models import F, Q

from core.fields import TextLine
from core.models import SlugFromName
from core.vietnamese import SortKey


class Dated(models.Model):
    """Mixed into a name that offices bear or papers carry for a time. The dates tell editors
    which one was right when a paper was issued; they hide nothing."""

    valid_from = models.DateField("dùng từ ngày", null=True, blank=True)
    valid_until = models.DateField("dùng đến hết ngày", null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_valid_in_order",
                condition=Q(valid_from=None)
                | Q(valid_until=None)
                | Q(valid_until__gte=F("valid_from")),
                violation_error_message="Ngày thôi dùng phải sau ngày bắt đầu dùng.",
            )
        ]


class Kind(SlugFromName, Dated):
    """What a paper is: Nghị quyết, Hướng dẫn … Several kinds may share an abbreviation (QĐ)."""

    name = TextLine("tên", max_length=100, unique=True)
    abbreviation = TextLine("viết tắt", max_length=20, blank=True)
    slug = models.SlugField("đường dẫn", max_length=100, unique=True, blank=True)

    class Meta(Dated.Meta):
        verbose_name = "loại văn bản"
        verbose_name_plural = "loại văn bản"
        ordering = [SortKey("name")]

    def __str__(self):
        return self.name


class Issuer(SlugFromName, Dated):
    """The office that issued a paper, under the name that it bore then."""

    name = TextLine("tên", max_length=200, unique=True)
    abbreviation = TextLine("viết tắt", max_length=20, blank=True)
    slug = models.SlugField("đường dẫn", max_length=120, unique=True, blank=True)
    successor = models.ForeignKey(
        "self",
        models.SET_NULL,
        verbose_name="nay là",
        related_name="predecessors",
        null=True,
        blank=True,
        help_text="Cơ quan kế tục, nếu tên này không còn dùng.",
    )

    class Meta(Dated.Meta):
        verbose_name = "cơ quan ban hành"
        verbose_name_plural = "cơ quan ban hành"
        ordering = [SortKey("name")]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                name="issuer_does_not_succeed_itself",
                condition=Q(successor=None) | ~Q(successor=F("id")),
                violation_error_message="Một cơ quan không tự kế tục mình.",
            ),
        ]

    def __str__(self):
        return self.name


class Field(SlugFromName, models.Model):
    """A field of work: Khoa giáo, Tuyên truyền …"""

    name = TextLine("tên", max_length=100, unique=True)
    slug = models.SlugField("đường dẫn", max_length=100, unique=True, blank=True)

    class Meta:
        verbose_name = "lĩnh vực"
        verbose_name_plural = "lĩnh vực"
        ordering = [SortKey("name")]

    def __str__(self):
        return self.name
