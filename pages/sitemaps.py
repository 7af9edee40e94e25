"""The sitemap, in files of at most RANGE addresses by ranges of ids: no counting, no far OFFSET."""

from django.db.models import Exists, Max, OuterRef
from django.http import Http404
from django.shortcuts import render

from core.pagecache import public_page
from core.site import absolute
from documents.models import Document, Pack, Series
from feedback.models import Consultation, Question
from library.models import Gallery, Recording
from news.models import Article, Author, Category, Topic
from pages.models import StandingPage, Unit
from polls.models import Poll

RANGE = 10_000
NEWEST = 200

SECTIONS = {
    "tin-tuc": Article.objects.select_related("category").only(
        "slug", "updated_at", "category__slug"
    ),
    "van-ban": Document.objects.only("slug", "updated_at"),
    "bo-tai-lieu": Pack.objects.only("slug", "updated_at"),
    "thu-vien": Gallery.objects.only("slug", "updated_at"),
    "nghe-nhin": Recording.objects.only("slug", "updated_at"),
    "tham-do": Poll.objects.only("updated_at"),
    "hoi-dap": Question.objects.only("slug", "updated_at"),
    "gop-y-du-thao": Consultation.objects.only("slug", "updated_at"),
}


@public_page()
def index(request):
    """Every file of the sitemap."""
    addresses = [absolute("/sitemap-trang.xml"), absolute("/sitemap-tin-moi.xml")]
    for name, publications in SECTIONS.items():
        last = publications.published().aggregate(last=Max("pk"))["last"]
        if last is not None:
            numbers = range(last // RANGE + 1)
            addresses += [absolute(f"/sitemap-{name}-{number}.xml") for number in numbers]
    return xml(request, "sitemap_index.xml", addresses=addresses)


@public_page()
def lists(request):
    """The pages that are not publications."""
    paths = ["/", "/tin-tuc/", "/dong-su-kien/", "/luu-tru/"]
    paths += ["/van-ban/", "/bo-tai-lieu/", "/an-pham/", "/thu-vien/", "/nghe-nhin/"]
    paths += ["/tham-do/", "/hoi-dap/", "/gop-y-du-thao/"]
    paths += ["/quyen-rieng-tu/", "/kha-nang-tiep-can/"]
    issues = Document.objects.published().filter(series=OuterRef("pk"))
    series = Series.objects.filter(Exists(issues))
    subjects = [Category.objects.all(), Topic.objects.shown(), Author.objects.shown(), series]
    subjects.append(StandingPage.objects.published())
    if Unit.objects.exists():
        paths += ["/co-cau-to-chuc/", "/co-cau-to-chuc/en/"]
    paths += [row.get_absolute_url() for rows in subjects for row in rows]
    return xml(request, "sitemap.xml", entries=[(absolute(path), None) for path in paths])


@public_page()
def publications(request, section, number):
    first = number * RANGE
    if section not in SECTIONS or first >= 2**62:
        raise Http404
    found = SECTIONS[section].all().published().filter(pk__gte=first, pk__lt=first + RANGE)
    entries = [(absolute(p.get_absolute_url()), p.updated_at) for p in found.order_by("pk")]
    return xml(request, "sitemap.xml", entries=entries)


@public_page()
def news(request):
    """The newest articles with their pictures. (A news sitemap is of the last two days; readers
    pass over what is older, and a page here may not depend on the clock.)"""
    newest = Article.objects.published().newest_first().for_list()[:NEWEST]
    entries = [
        {
            "address": absolute(article.get_absolute_url()),
            "title": article.title,
            "language": article.language,
            "published_at": article.published_at,
            "picture": article.picture and absolute(article.picture.src),
        }
        for article in newest
    ]
    return xml(request, "sitemap_news.xml", entries=entries)


def xml(request, template, **context):
    return render(request, f"pages/{template}", context, content_type="application/xml")
