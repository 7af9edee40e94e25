"""What the interchange format does not carry: the demo's authors, topics, genres, photo stories."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from core.vietnamese import slugify
from exchange.digests import article_digest
from exchange.models import ImportedArticle
from library.models import Gallery, Picture
from news.models import Article, Author, Genre, Topic

FEATURED = timedelta(days=30)


def load(folder, lines, origin):
    """Each kind where there is none of it yet. `lines` name articles by their id in the source."""
    rows = ImportedArticle.objects.filter(origin=origin)
    found = dict(rows.values_list("source_id", "article"))
    if not Author.objects.exists():
        load_authors(lines["authors"], origin)
    if not Topic.objects.exists():
        load_topics(folder, lines["topics"], found)
        load_genres(lines["genres"], found)
        feature(found.get(lines["featured"]))
    if not Gallery.objects.exists():
        load_galleries(folder, lines["galleries"])


def load_authors(lines, origin):
    """Under their texts and pictures, too; for the import these rows stay as it left them."""
    ours = Article.objects.filter(imported__origin=origin)
    for line in lines:
        author = Author.objects.create(slug=slugify(line["name"]), **line)
        author.articles.set(ours.filter(author=author.name))
        author.pictured.set(ours.filter(photographer__contains=author.name))
    named = ours.filter(Q(authors__isnull=False) | Q(photographers__isnull=False))
    for pk, digest in named.distinct().values_list("pk", article_digest()):
        ImportedArticle.objects.filter(article=pk).update(content_digest=digest)


def load_topics(folder, lines, found):
    for line in lines:
        topic = Topic.objects.create(
            name=line["name"],
            slug=slugify(line["name"]),
            description=line["description"],
            picture=picture(folder, line["picture"]) if "picture" in line else None,
        )
        chosen(line, found).update(topic=topic)


def load_genres(lines, found):
    for line in lines:
        genre, _ = Genre.objects.update_or_create(
            name=line["name"],
            defaults={
                "usual_coefficient": line["coefficient"],
                "usual_photo_coefficient": line["photo"],
            },
        )
        chosen(line, found).update(genre=genre)


def chosen(line, found):
    return Article.objects.filter(pk__in=[found.get(number) for number in line["articles"]])


def feature(pk):
    Article.objects.filter(pk=pk).update(featured_until=timezone.now() + FEATURED)


def load_galleries(folder, lines):
    for line in lines:
        gallery = Gallery.objects.create(
            title=line["title"],
            slug=slugify(line["title"]),
            lead=line["lead"],
            status=Gallery.Status.PUBLISHED,
            published_at=parse_datetime(line["published_at"]),
        )
        for place, each in enumerate(line["pictures"], 1):
            shown = picture(folder, each["file"], each.get("alt", ""))
            gallery.items.create(picture=shown, caption=each["caption"], position=place)


def picture(folder, name, alt=""):
    """The library's picture of a file; its description is that of the article that had it."""
    with (folder / name).open("rb") as file:
        return Picture.objects.add(file, alt=alt)
