"""Papers (văn bản, tài liệu) and their files."""

from pathlib import PurePath

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q, Value
from django.urls import reverse

from core.fields import TextLine
from core.history import Versions
from core.models import Publication, PublicationQuerySet, SlugFromName
from core.searching import search_query
from core.vietnamese import SortKey
from documents.files import checksum, path_for, safe_name
from documents.symbols import symbol_key


class Kind(SlugFromName, models.Model):
    """What a paper is: Nghị quyết, Hướng dẫn … Several kinds may share an abbreviation (QĐ)."""

    name = TextLine("tên", max_length=100, unique=True)
    abbreviation = TextLine("viết tắt", max_length=20, blank=True)
    slug = models.SlugField("đường dẫn", max_length=100, unique=True, blank=True)

    class Meta:
        verbose_name = "loại văn bản"
        verbose_name_plural = "loại văn bản"
        ordering = [SortKey("name")]

    def __str__(self):
        return self.name


class Issuer(SlugFromName, models.Model):
    """The office that issued a paper."""

    name = TextLine("tên", max_length=200, unique=True)
    abbreviation = TextLine("viết tắt", max_length=20, blank=True)
    slug = models.SlugField("đường dẫn", max_length=120, unique=True, blank=True)

    class Meta:
        verbose_name = "cơ quan ban hành"
        verbose_name_plural = "cơ quan ban hành"
        ordering = [SortKey("name")]

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


class DocumentQuerySet(PublicationQuerySet):
    def published(self):
        return self.in_force().filter(audience=Document.Audience.PUBLIC)

    def visible_to(self, user):
        if user.has_perm("documents.view_members_documents"):
            return self.in_force()
        return self.published()

    def newest_first(self):
        """By date of issue; a paper without one stands where it was published."""
        return self.order_by("-dated", "-id")

    def matching(self, query):
        """Those whose symbol, however spelled, or whose text has what was asked for."""
        symbol = symbol_key(query)
        found = Q(search=search_query(query))
        return self.filter(found | Q(symbol_key__contains=symbol) if symbol else found)

    def related_to(self, document, limit):
        """The newest of the same fields of work."""
        same = self.filter(fields__in=document.field_list).exclude(pk=document.pk)
        return same.distinct().newest_first().for_list()[:limit]

    def for_list(self):
        return self.select_related("kind", "issuer").defer("search")


class Document(Publication):
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
    kind = models.ForeignKey(Kind, models.PROTECT, verbose_name="loại văn bản", related_name="+")
    issuer = models.ForeignKey(
        Issuer, models.PROTECT, verbose_name="cơ quan ban hành", related_name="+"
    )
    fields = models.ManyToManyField(Field, verbose_name="lĩnh vực", related_name="+", blank=True)
    signer = TextLine("người ký", max_length=150, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
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
    search = models.GeneratedField(
        expression=models.Func(
            "title",
            "symbol",
            Value(""),
            function="core_search_vector",
            output_field=SearchVectorField(),
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = DocumentQuerySet.as_manager()
    history = Versions(
        excluded_fields=[
            "views", "downloads", "last_number", "search", "symbol_key", "dated", "version",
            "original",
        ],
        m2m_fields=[fields],
        verbose_name="phiên bản văn bản",
        verbose_name_plural="phiên bản văn bản",
    )  # fmt: skip

    class Meta(Publication.Meta):
        verbose_name = "văn bản"
        verbose_name_plural = "văn bản"
        permissions = [
            ("submit_document", "Gửi duyệt văn bản"),
            ("return_document", "Trả lại văn bản"),
            ("approve_document", "Duyệt văn bản"),
            ("publish_document", "Đăng và gỡ văn bản"),
            ("view_members_documents", "Đọc tài liệu báo cáo viên"),
        ]
        constraints = [
            *Publication.Meta.constraints,
            models.UniqueConstraint(
                fields=["symbol_key", "kind", "issuer", "issued_on"],
                name="document_identity",
                condition=~Q(symbol="") & Q(original__isnull=True),
                nulls_distinct=False,
                violation_error_message=(
                    "Đã có văn bản cùng số, ký hiệu, loại, cơ quan và ngày ban hành."
                ),
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
            GinIndex("search", name="document_search"),
        ]

    def get_absolute_url(self):
        return reverse("documents:document", args=[self.slug, self.pk])

    @property
    def field_list(self):
        return self.fields.all()

    @property
    def attachment_list(self):
        """A working copy has the files of its original."""
        return (self.original or self).attachments.all()


class Attachment(models.Model):
    """A file of a paper. Its number is given once by the database and never used again."""

    document = models.ForeignKey(
        Document, models.CASCADE, verbose_name="văn bản", related_name="attachments"
    )
    number = models.PositiveIntegerField("số thứ tự", db_default=0, editable=False)
    title = TextLine("tên hiển thị", max_length=200, blank=True)
    position = models.PositiveSmallIntegerField("thứ tự", default=0)
    file = models.FileField("tệp", upload_to=path_for, max_length=200)
    name = TextLine("tên tệp khi tải về", max_length=150, editable=False)
    size = models.PositiveBigIntegerField("kích thước (byte)", editable=False)
    checksum = models.CharField("SHA-256", max_length=64, editable=False)

    class Meta:
        verbose_name = "tệp đính kèm"
        verbose_name_plural = "tệp đính kèm"
        ordering = ["position", "number"]
        constraints = [models.UniqueConstraint("document", "number", name="attachment_number_once")]

    def __str__(self):
        return self.title or self.name

    def get_absolute_url(self):
        document = self.document
        return reverse("documents:file", args=[document.slug, document.pk, self.number])

    @property
    def extension(self):
        return PurePath(self.name).suffix.lstrip(".").upper()

    def describe(self, file, name):
        """Take an upload: its bytes, the name that it had, its size and checksum."""
        self.file, self.name, self.size = file, safe_name(name), file.size
        self.checksum = checksum(file)
