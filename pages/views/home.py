"""The home page, and what robots read first."""

from django.http import HttpResponse
from django.shortcuts import render

from core.keeping import kept
from core.pagecache import public_page
from core.site import absolute
from documents.models import Document, Pack
from news.models import Category
from news.reading import most_read
from pages import column
from pages.home import blocks, newest, related, shots


@public_page()
def home(request):
    """The lead story, the newest, the newest papers, and a block for each category."""
    shown = kept(request, "home", lambda: arranged(request))
    return render(request, "pages/home.html", shown | {"members_door": True})


def arranged(request):
    categories = Category.objects.tree()
    lead, secondary, latest = newest()
    shown = [article.pk for article in (lead, *secondary) if article]
    return {
        "lead": lead,
        "lead_related": related(request, lead, leave_out=[*secondary, *latest]),
        "secondary": secondary,
        "latest": latest,
        "documents": list(Document.objects.published().newest_first().for_list()[:5]),
        "pack": Pack.objects.published().newest_first().for_list().first(),
        "blocks": blocks(categories, leave_out=shown),
        "shots": shots(),
        "most_read": most_read(request),
        "column": column.blocks(home=True),
    }


@public_page()
def robots(request):
    lines = [
        "User-agent: *",
        "Disallow: /quan-tri/",
        "Disallow: /tai-khoan/",
        "Disallow: /bao-cao-vien/",
        "Disallow: /tim-kiem/",
        f"Sitemap: {absolute('/sitemap.xml')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
