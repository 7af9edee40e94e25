"""RSS of the newest papers: all, of a kind, of a field of work."""

from django.contrib.syndication.views import Feed
from django.shortcuts import get_object_or_404
from django.urls import reverse

from core.site import absolute
from core.vietnamese import day_words
from documents.models import Document, Field, Kind

LENGTH = 20


class NewestPapersFeed(Feed):
    """By publication: what is new to a reader, whatever its date. Addresses are absolute by
    SITE_URL, so the feed is the same under any host name."""

    language = "vi"
    item_guid_is_permalink = False

    def title(self, about):
        return f"Văn bản mới: {about.name}" if about else "Văn bản mới"

    def description(self, about):
        return self.title(about)

    def link(self, about):
        return absolute(reverse("documents:index"))

    def feed_url(self, about):
        return absolute(reverse("documents:feed"))

    def papers(self, about):
        return Document.objects.published()

    def items(self, about):
        newest = self.papers(about).order_by("-published_at", "-id")
        return newest.for_list().prefetch_related("fields")[:LENGTH]

    def item_title(self, paper):
        return f"{paper.short_name}: {paper.title}" if paper.symbol else paper.title

    def item_description(self, paper):
        day = f", ban hành {day_words(paper.issued_on)}" if paper.issued_on else ""
        return f"{paper.kind.name} của {paper.issuer.name}{day}"

    def item_link(self, paper):
        return absolute(paper.get_absolute_url())

    def item_guid(self, paper):
        return absolute(f"/van-ban/{paper.pk}")

    def item_pubdate(self, paper):
        return paper.published_at

    def item_updateddate(self, paper):
        return paper.updated_at

    def item_categories(self, paper):
        return [paper.kind.name, *(field.name for field in paper.field_list)]


class KindFeed(NewestPapersFeed):
    def get_object(self, request, slug):
        return get_object_or_404(Kind, slug=slug)

    def link(self, kind):
        return absolute(f"{reverse('documents:index')}?loai={kind.slug}")

    def feed_url(self, kind):
        return absolute(reverse("documents:kind_feed", args=[kind.slug]))

    def papers(self, kind):
        return super().papers(kind).filter(kind=kind)


class FieldFeed(NewestPapersFeed):
    def get_object(self, request, slug):
        return get_object_or_404(Field, slug=slug)

    def link(self, field):
        return absolute(f"{reverse('documents:index')}?linh-vuc={field.slug}")

    def feed_url(self, field):
        return absolute(reverse("documents:field_feed", args=[field.slug]))

    def papers(self, field):
        return super().papers(field).filter(fields=field)
