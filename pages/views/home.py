"""The home page, and what robots read first."""

from django.http import HttpResponse
from django.shortcuts import render

from core.pagecache import public_page
from core.site import absolute
from documents.models import Document, Pack
from news.models import Category
from pages import column
from pages.home import blocks, newest, related, shots
from stats.models import MostRead


@public_page()
def home(request):
    """The lead story, the newest, the newest papers, and a block for each category."""
    categories = Category.objects.tree()
    lead, secondary, latest = newest()
    shown = [article.pk for article in (lead, *secondary) if article]
    context = {
        "lead": lead,
        "lead_related": related(lead, leave_out=[*secondary, *latest]),
        "secondary": secondary,
        "latest": latest,
        "documents": Document.objects.published().newest_first().for_list()[:5],
        "pack": Pack.objects.published().newest_first().for_list().first(),
        "blocks": blocks(categories, leave_out=shown),
        "shots": shots(),
        "most_read": MostRead.objects.lists(5),
        "column": column.blocks(home=True),
        "members_door": True,
    }
    return render(request, "pages/home.html", context)


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
