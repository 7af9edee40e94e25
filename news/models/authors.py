"""Those who write and take pictures, under the names that readers know."""

from typing import NamedTuple

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef

from core.fields import PlainText, TextLine
from core.models import SlugFromName
from core.site import path_to
from core.vietnamese import SortKey, tone_key
from library.models import Picture


class Credit(NamedTuple):
    """A name under an article. `author` is None for one that is text alone."""

    name: str
    author: "Author | None" = None


def credits_of(authors, text):
    """The Credits of the chosen authors, then of the text: what it says beyond their names."""
    if not authors:
        return [Credit(text)] if text else []
    known = {tone_key(author.name) for author in authors}
    others = ", ".join(name for name in text.split(", ") if tone_key(name) not in known)
    found = [Credit(author.name, author) for author in authors]
    return [*found, Credit(others)] if others else found


class AuthorQuerySet(models.QuerySet):
    def shown(self):
        """Those that have a page: something of theirs is public."""
        articles = self.model._meta.get_field("articles").related_model.objects.published()
        wrote = Exists(articles.filter(authors=OuterRef("pk")))
        took_pictures = Exists(articles.filter(photographers=OuterRef("pk")))
        return self.filter(wrote | took_pictures)


class Author(SlugFromName, models.Model):
    """`name` is the pen name; the full name is for the royalties alone and on no public page."""

    name = TextLine(
        "bút danh",
        max_length=100,
        unique=True,
        error_messages={"unique": "Bút danh này đã có."},
    )
    slug = models.SlugField("đường dẫn", max_length=120, unique=True, blank=True)
    full_name = TextLine(
        "họ và tên",
        max_length=150,
        blank=True,
        help_text="Chỉ dùng khi tính nhuận bút, không hiện trên trang công khai.",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="tài khoản",
        null=True,
        blank=True,
        related_name="pen_names",
    )
    about = PlainText("giới thiệu", blank=True)
    picture = models.ForeignKey(
        Picture, models.PROTECT, verbose_name="ảnh", null=True, blank=True, related_name="+"
    )

    objects = AuthorQuerySet.as_manager()

    class Meta:
        verbose_name = "tác giả"
        verbose_name_plural = "tác giả"
        ordering = [SortKey("name")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return path_to("news:author", self.slug)
