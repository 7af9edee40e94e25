"""The guides of docs/huong-dan as pages of the admin, for everybody who may enter it."""

import re
from pathlib import Path

from django.conf import settings
from django.contrib import admin
from django.http import FileResponse, Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt

from core.sanitise import clean_html

FOLDER = settings.BASE_DIR / "docs" / "huong-dan"
PICTURES = "anh"
TITLE = re.compile(r"<h1>(.*?)</h1>\s*")


def file_in(folder: Path, name: str, suffix: str) -> Path:
    """The file of that name in the folder, and of no other; Http404 where there is none."""
    known = {file.name: file for file in folder.glob(f"*{suffix}")}
    if f"{name}{suffix}" not in known:
        raise Http404
    return known[f"{name}{suffix}"]


def rendered(text: str, name: str) -> tuple[str, str]:
    """Title and body of a guide. Its pictures have addresses beside it (anh/name.webp)."""
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    title = TITLE.search(html)
    pictures = reverse("core:guide", args=[name]) + f"{PICTURES}/"
    html = TITLE.sub("", html, count=1).replace(f'src="{PICTURES}/', f'src="{pictures}')
    return (title[1] if title else name), mark_safe(clean_html(html))  # noqa: S308


@admin.site.admin_view
@require_safe
def guide(request, name):
    text = file_in(FOLDER, name, ".md").read_text()
    title, body = rendered(text, name)
    context = {**admin.site.each_context(request), "title": title, "body": body}
    return TemplateResponse(request, "admin/guide.html", context)


@admin.site.admin_view
@require_safe
def guide_picture(request, name, picture):
    """`name` is that of the guide: pictures lie beside it, as in the folder."""
    file = file_in(FOLDER / PICTURES, picture, ".webp")
    return FileResponse(file.open("rb"), content_type="image/webp")
