"""What papers have to do with one another, and what was changed on the page of one."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least

from core.fields import PlainText
from core.workflow import RefusedError
from documents.models.papers import Document


class Owned(models.Model):
    """A row that belongs to the text of one paper: a working copy has its own."""

    owner_name = ""  # of the field that leads to the paper

    class Meta:
        abstract = True

    def put_into(self, paper):
        """Save the same for another row of the paper, unless a constraint speaks against it."""
        fields = [field for field in self._meta.concrete_fields if not field.primary_key]
        values = {field.attname: getattr(self, field.attname) for field in fields}
        same = type(self)(**values | {f"{self.owner_name}_id": paper.pk})
        try:
            same.validate_constraints()
        except ValidationError as error:
            raise RefusedError(" ".join(error.messages)) from error
        same.save()


class Relation(Owned):
    """`source` does to `target` what `kind` says. Kept once, shown on both pages."""

    owner_name = "source"

    class Kind(models.TextChoices):
        REPLACES = "replaces", "Thay thế"
        AMENDS = "amends", "Sửa đổi, bổ sung"
        GUIDES = "guides", "Hướng dẫn thi hành"
        ACCOMPANIES = "accompanies", "Kèm theo"
        RELATED = "related", "Liên quan"

    # The same seen from the target.
    REVERSE = {
        Kind.REPLACES: "Bị thay thế bởi",
        Kind.AMENDS: "Được sửa đổi, bổ sung bởi",
        Kind.GUIDES: "Được hướng dẫn bởi",
        Kind.ACCOMPANIES: "Có văn bản kèm theo",
        Kind.RELATED: "Liên quan",
    }

    source = models.ForeignKey(
        Document, models.CASCADE, verbose_name="văn bản", related_name="relations"
    )
    kind = models.CharField("quan hệ", max_length=11, choices=Kind)
    target = models.ForeignKey(
        Document, models.CASCADE, verbose_name="với văn bản", related_name="incoming"
    )

    class Meta:
        verbose_name = "quan hệ với văn bản khác"
        verbose_name_plural = "quan hệ với văn bản khác"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="relation_of_two_papers",
                condition=~Q(source=F("target")),
                violation_error_message="Một văn bản không có quan hệ với chính nó.",
            ),
            models.UniqueConstraint(
                Least("source", "target"),
                Greatest("source", "target"),
                "kind",
                name="relation_once",
                violation_error_message="Hai văn bản này đã có quan hệ ấy, ở bên này hoặc bên kia.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.target}"


class ChangeNote(Owned):
    """What was changed, for the readers of a paper's page."""

    owner_name = "document"

    document = models.ForeignKey(
        Document, models.CASCADE, verbose_name="văn bản", related_name="change_notes"
    )
    on = models.DateField("ngày")
    text = PlainText("nội dung thay đổi", max_length=1000)

    class Meta:
        verbose_name = "ghi chú thay đổi"
        verbose_name_plural = "nhật ký thay đổi (bạn đọc thấy)"
        ordering = ["-on", "-id"]

    def __str__(self):
        return self.text[:80]
