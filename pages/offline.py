"""Reading without a network: the service worker, the page it falls back on, the app manifest."""

import json

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from core.pagecache import public_page
from pages.models import SiteSettings

WORKER = settings.BASE_DIR / "static" / "js" / "offline" / "worker.js"
PARTS = [
    *("css/site.css", "js/first.js", "js/offline/list.js", "js/offline/register.js"),
    *("fonts/be-vietnam-pro-400.woff2", "fonts/be-vietnam-pro-600.woff2"),
    *("img/emblem.svg", "img/icons.svg", "img/masthead.svg", "img/drum.svg"),
]
ICONS = {"img/emblem-192.png": "192x192", "img/emblem-512.png": "512x512"}


@require_safe
@public_page()
def worker(request):
    """The script with what the offline page needs; another release is another script, which
    browsers then install anew. It stands at the root because it may only touch what is below it."""
    parts = json.dumps([static(name) for name in PARTS])
    head = f'const OFFLINE = "{reverse("pages:offline")}";\nconst PARTS = {parts};\n'
    text = f"/* {settings.RELEASE} */\n{head}{WORKER.read_text()}"
    return HttpResponse(text, content_type="text/javascript; charset=utf-8")


@require_safe
@public_page()
def offline(request):
    return render(request, "pages/offline.html", {"title": "Đọc khi không có mạng"})


@require_safe
@public_page()
def manifest(request):
    """With it a telephone puts the portal among its apps."""
    site = SiteSettings.load()
    face = {
        "name": site.name,
        "short_name": site.name.split(" Tỉnh ủy")[0][:30],
        "description": site.kind_line,
        "lang": "vi",
        "start_url": "/",
        "scope": "/",
        "display": "minimal-ui",
        "background_color": "#fbf8f3",
        "theme_color": site.cloth,
        "icons": [
            {"src": static(name), "sizes": sizes, "type": "image/png", "purpose": "any maskable"}
            for name, sizes in ICONS.items()
        ],
    }
    return JsonResponse(face, content_type="application/manifest+json")
