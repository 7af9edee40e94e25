"""Papers (văn bản, tài liệu)."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import ExtractYear

from core.fields import TextLine
from core.history import Versions
from core.models import Publication, step_permissions
from core.site import HOME, path_to
from documents.models.legal import HasLegalState, LegalState
from documents.models.names import Field, Issuer, Kind
from documents.models.querysets import DocumentQuerySet
from documents.models.series import IssueOfSeries
from documents.models.wording import HasWording
from documents.trail import DOCUMENTS


class Document(HasLegalState, HasWording, IssueOfSeries, Publication):
    """A paper. Its title is the `trích yếu`.

    A symbol does not identify it: numbers restart with each committee term. Its identity is
    symbol, kind, issuer and date together.
    """

    SLUG_FALLBACK = "van-ban"

    class Audience(models.TextChoices):
        PUBLIC = "public", "Công khai"
        MEMBERS = "members", "Báo cáo viên"

    symbol = TextLine("số, ký hiệu", max_length=100, blank=True)
    symbol_key = models.GeneratedField(
        expression=models.Func(
            "symbol", function="documents_symbol_key", output_field=models.TextField()
        ),
        output_field=models.TextField(),
        db_persist=True,
    )
    citation_key = models.GeneratedField(
        expression=models.Func("symbol", function="documents_citation_key"),
        output_field=models.TextField(),
        db_persist=True,
    )
    bare_key = models.GeneratedField(
        expression=models.Func("symbol", "issued_on", function="documents_bare_key"),
        output_field=models.TextField(),
        db_persist=True,
    )
    number = models.GeneratedField(
        expression=models.Func(
            "symbol", function="documents_symbol_number", output_field=models.IntegerField()
        ),
        output_field=models.IntegerField(),
        db_persist=True,
    )
    kind = models.ForeignKey(Kind, models.PROTECT, verbose_name="loại văn bản", related_name="+")
    issuer = models.ForeignKey(
        Issuer, models.PROTECT, verbose_name="cơ quan ban hành", related_name="+"
    )
    fields = models.ManyToManyField(Field, verbose_name="lĩnh vực", related_name="+", blank=True)
    signer = TextLine("người ký", max_length=150, blank=True)
    signer_office = TextLine("chức vụ người ký", max_length=150, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    effective_on = models.DateField("có hiệu lực từ ngày", null=True, blank=True)
    lapses_on = models.DateField(
        "hết hiệu lực từ ngày",
        null=True,
        blank=True,
        help_text="Từ ngày này văn bản không còn hiệu lực; trang của văn bản vẫn còn.",
    )
    state_set = models.CharField(
        "tình trạng hiệu lực",
        max_length=8,
        choices=LegalState.settable(),
        blank=True,
        help_text="Để trống thì tính theo các ngày và quan hệ với văn bản khác.",
    )
    dated = models.GeneratedField(
        expression=models.Func(
            "issued_on",
            "published_at",
            function="documents_dated",
            output_field=models.DateField(),
        ),
        output_field=models.DateField(),
        db_persist=True,
    )
    audience = models.CharField(
        "đối tượng", max_length=7, choices=Audience, default=Audience.PUBLIC
    )
    views = models.PositiveIntegerField("lượt xem", default=0, editable=False)
    downloads = models.PositiveIntegerField("lượt tải", default=0, editable=False)
    last_number = models.PositiveIntegerField(default=0, editable=False)

    objects = DocumentQuerySet.as_manager()
    history = Versions(
        excluded_fields=[
            "views", "downloads", "last_number", "symbol_key", "citation_key", "bare_key",
            "number", "dated", "version", "original",
        ],
        m2m_fields=[fields],
        verbose_name="phiên bản văn bản",
        verbose_name_plural="phiên bản văn bản",
    )  # fmt: skip

    class Meta(Publication.Meta):
        verbose_name = "văn bản"
        verbose_name_plural = "văn bản"
        permissions = [
            *step_permissions("document", "văn bản"),
            ("view_members_documents", "Đọc tài liệu báo cáo viên"),
        ]
        constraints = [
            *Publication.Meta.constraints,
            *IssueOfSeries.Meta.constraints,
            models.UniqueConstraint(
                fields=["symbol_key", "kind", "issuer", "issued_on"],
                name="document_identity",
                condition=~Q(symbol="") & Q(original__isnull=True),
                nulls_distinct=False,
                violation_error_message=(
                    "Đã có văn bản cùng số, ký hiệu, loại, cơ quan và ngày ban hành."
                ),
            ),
            models.CheckConstraint(
                name="document_lapses_after_effect",
                condition=Q(effective_on=None)
                | Q(lapses_on=None)
                | Q(lapses_on__gt=F("effective_on")),
                violation_error_message="Ngày hết hiệu lực phải sau ngày có hiệu lực.",
            ),
        ]
        indexes = [
            *Publication.Meta.indexes,
            models.Index(
                F("dated").desc(),
                F("id").desc(),
                name="document_newest",
                condition=Q(status="published"),
            ),
            models.Index(
                name="document_symbol_prefix",
                fields=["symbol_key"],
                opclasses=["text_pattern_ops"],
            ),
            models.Index(fields=["number"], name="document_number"),
            models.Index(
                F("published_at").desc(),
                F("id").desc(),
                name="document_latest",
                condition=Q(status="published"),
            ),
            models.Index(
                ExtractYear("dated").desc(),
                F("number").desc(nulls_last=True),
                F("id").desc(),
                name="document_by_number",
                condition=Q(status="published"),
            ),
            models.Index(
                "kind",
                F("dated").desc(),
                F("id").desc(),
                name="document_newest_of_kind",
                condition=Q(status="published"),
            ),
            models.Index(
                "issuer",
                F("dated").desc(),
                F("id").desc(),
                name="document_newest_of_issuer",
                condition=Q(status="published"),
            ),
            models.Index(
                F("published_at").desc(),
                F("id").desc(),
                name="document_members",
                condition=Q(status="published", audience="members"),
            ),
            models.Index(
                fields=["citation_key"],
                name="document_citation_key",
                opclasses=["text_pattern_ops"],
            ),
            models.Index(fields=["bare_key"], name="document_bare_key"),
        ]

    def __str__(self):
        return f"{self.symbol} – {self.title}" if self.symbol else self.title

    @property
    def is_for_members(self):
        return self.audience == self.Audience.MEMBERS

    @property
    def address(self):
        return self.slug, self.pk

    def get_absolute_url(self):
        return path_to("documents:document", *self.address)

    def breadcrumbs(self):
        """The trail from home to the list that it stands in."""
        return [HOME, DOCUMENTS]

    @property
    def keys(self):
        """The keys of the citations that it may fit."""
        return [key for key in (self.citation_key, self.bare_key) if key]

    @property
    def field_list(self):
        return self.fields.all()

    @property
    def attachment_list(self):
        """What is offered; a working copy has the files of its original."""
        return (self.original or self).attachments.offered().in_order()

    def take_content(self, other):
        """A working copy takes relations and change notes over and gives them back; versions
        tell the text alone."""
        super().take_content(other)
        if isinstance(other, Document):
            for name in ("relations", "change_notes"):
                getattr(self, name).all().delete()
                for row in getattr(other, name).all():
                    row.put_into(self)
