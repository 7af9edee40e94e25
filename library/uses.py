"""Where a picture stands: what would miss it."""

from functools import reduce
from itertools import chain
from operator import or_
from typing import NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db.models import Exists, Func, OuterRef, Q, TextField
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst

from core.arrays import IsOneOf
from documents.models import Document
from library.models import Gallery, PreviousKey, Recording
from news.models import Article, Author, Topic
from pages.models import Banner, Contact, PictureLink, SiteSettings, StandingPage

LIMIT = 20  # of each way of using it

# What has pictures in its text: model and field. Each has an index for it.
BODIES = [(Article, "body"), (StandingPage, "body")]


# What shows a picture for as long as it is there.
FACES = [Topic, Author, Banner, PictureLink, Contact]


class KeysIn(Func):
    """The keys of the pictures that a text shows."""

    function = "library_keys_in"
    output_field = ArrayField(TextField())


# All keys of the picture of an outer query, those of its former files among them.
FORMER = ArraySubquery(
    PreviousKey.objects.filter(picture=OuterRef(OuterRef(OuterRef("pk")))).values("key"),
    output_field=ArrayField(TextField()),
)
KEYS = Func(
    OuterRef(OuterRef("key")),
    FORMER,
    function="array_prepend",
    output_field=ArrayField(TextField()),
)


def withheld(pictures):
    """Those of a queryset that are used, and only by what is public no more. Those of drafts are
    not among them: they may still become public, and their previews show them. Neither is a
    picture that nothing uses yet."""
    users = [
        Article.objects.filter(picture=OuterRef("pk")),
        *(showing(model, field) for model, field in BODIES),
        Gallery.objects.filter(items__picture=OuterRef("pk")),
        Recording.objects.filter(picture=OuterRef("pk")),
        Document.objects.filter(cover=OuterRef("pk")),
    ]
    faces = [model.objects.filter(picture=OuterRef("pk")) for model in FACES]
    faces.append(
        SiteSettings.objects.filter(Q(emblem=OuterRef("pk")) | Q(map_picture=OuterRef("pk")))
    )
    gone = [Exists(publications.gone()) for publications in users]
    living = [Exists(rows) for rows in (*(each.not_gone() for each in users), *faces)]
    return pictures.filter(any_of(gone)).exclude(any_of(living))


def showing(model, field):
    """The rows of a model whose text shows the picture of an outer query.

    Their ids come as an array: it is filled through the index, where `EXISTS` alone would be
    taken for a reason to read one text after another.
    """
    shown = model.objects.alias(keys=KeysIn(field)).filter(keys__overlap=KEYS)
    return model.objects.filter(IsOneOf("pk", shown.values("pk")))


def any_of(conditions):
    return reduce(or_, map(Q, conditions))


class Use(NamedTuple):
    what: str
    title: str
    url: str

    @classmethod
    def of(cls, row, what):
        meta = row._meta
        url = reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk])
        return cls(what, str(row), url)

    def as_link(self):
        return format_html('{}: <a href="{}">{}</a>', capfirst(self.what), self.url, self.title)


def uses_of(picture):
    """Everything that shows this picture, up to LIMIT of each kind."""
    leads = Article.objects.filter(picture=picture).only("title")[:LIMIT]
    galleries = Gallery.objects.filter(items__picture=picture).only("title")[:LIMIT]
    covers = Recording.objects.filter(picture=picture).only("title")[:LIMIT]
    topics = Topic.objects.filter(picture=picture).only("name")[:LIMIT]
    authors = Author.objects.filter(picture=picture).only("name")[:LIMIT]
    issues = Document.objects.filter(cover=picture).only("symbol", "title")[:LIMIT]
    return [
        *(Use.of(article, "ảnh đại diện của bài viết") for article in leads),
        *body_uses(picture),
        *(Use.of(gallery, "trong chùm ảnh") for gallery in galleries),
        *(Use.of(recording, "ảnh bìa của âm thanh, video") for recording in covers),
        *(Use.of(topic, "ảnh của dòng sự kiện") for topic in topics),
        *(Use.of(author, "ảnh của tác giả") for author in authors),
        *(Use.of(issue, "ảnh bìa của ấn phẩm") for issue in issues),
        *face_uses(picture),
    ]


def face_uses(picture):
    """What stands around the pages with it, and whose portrait it is."""
    site = SiteSettings.objects.filter(Q(emblem=picture) | Q(map_picture=picture))
    contacts = Contact.objects.filter(picture=picture).select_related("unit")
    return [
        *(Use.of(row, "biểu trưng hoặc bản đồ của") for row in site),
        *(Use.of(row, "ảnh cờ động") for row in Banner.objects.filter(picture=picture)),
        *(Use.of(row, "liên kết ảnh") for row in PictureLink.objects.filter(picture=picture)),
        *(Use.of(contact.unit, f"chân dung {contact} ở") for contact in contacts),
    ]


def body_uses(picture):
    """The texts that show it, by any key that it has had."""
    keys = [picture.key, *picture.previous_keys.values_list("key", flat=True)]
    found = (
        model.objects.alias(keys=KeysIn(field)).filter(keys__overlap=keys).only("title")[:LIMIT]
        for model, field in BODIES
    )
    return [Use.of(row, "trong nội dung bài") for row in chain.from_iterable(found)]
