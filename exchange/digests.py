"""What an import stored, in one figure: another one later means that somebody edited it here.

The database computes it from the stored row, so nothing is repaired, sanitised or carried over
twice. A field added to these lists makes every imported row look edited: the migration that adds
it recomputes the digests. Authors chosen from the table stand behind the rest, and only where
there are any, so that they needed no such migration; what else an editor may add to an article
(topic, pins, royalties) stays whatever the import brings, and makes no row an edited one.
"""

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, CharField, Func, OuterRef, Value
from django.db.models.functions import JSONObject, NullIf

from documents.models import Attachment, Document
from news.models import Article

PUBLICATION_FIELDS = ["title", "slug", "status", "published_at", "expires_at", "withdrawal_note"]
ARTICLE_FIELDS = [
    *PUBLICATION_FIELDS,
    "category",
    "lead",
    "body",
    "picture",
    "picture_caption",
    "author",
    "photographer",
    "source",
    "source_url",
    "source_published_at",
]
DOCUMENT_FIELDS = [
    *PUBLICATION_FIELDS,
    "symbol",
    "kind",
    "issuer",
    "signer",
    "issued_on",
    "audience",
]


class Digest(Func):
    """Of one expression, or of several behind each other; arrays that are empty tell nothing."""

    template = "encode(sha256(convert_to(concat(%(expressions)s), 'UTF8')), 'hex')"
    output_field = CharField()


def digest(names, *further, **more):
    return Digest(JSONObject(**{name: name for name in names}, **more), *further)


def some(array):
    """NULL for an empty array."""
    return NullIf(array, Value([], output_field=ArrayField(BigIntegerField())))


def ids(through, owner, other):
    rows = through.objects.filter(**{owner: OuterRef("pk")})
    return ArraySubquery(rows.order_by(other).values(other))


def article_digest():
    people = [
        some(ids(relation.through, "article", "author"))
        for relation in (Article.authors, Article.photographers)
    ]
    return digest(ARTICLE_FIELDS, *people, tags=ids(Article.tags.through, "article", "tag"))


def document_digest():
    files = Attachment.objects.current().filter(document=OuterRef("pk")).order_by("number")
    about = JSONObject(
        **{name: name for name in ("number", "position", "title", "name")},
        checksum="stored__checksum",
    )
    return digest(
        DOCUMENT_FIELDS,
        fields=ids(Document.fields.through, "document", "field"),
        files=ArraySubquery(files.values(about=about)),
    )
