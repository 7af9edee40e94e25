"""`/_/thanh-phan/`: every component in every state, for those who work on the look. DEBUG only.

What the database has is shown as it is, then as it is at its worst: without a picture, with a
title as long as official ones are.
"""

import re
from copy import copy
from datetime import date
from types import SimpleNamespace

from django import forms
from django.conf import settings
from django.http import Http404
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from core.site import HOME
from core.workflow import STEPS
from documents.models import Document
from documents.models.legal import LegalState
from news.models import Article

LONG = (
    "Hội nghị trực tuyến quán triệt, triển khai Kết luận của Ban Thường vụ Tỉnh ủy về tăng cường "
    "công tác tuyên giáo và dân vận ở cơ sở trong tình hình mới: NGƯỜI GIỮA RỪNG ỄNH ƯƠNG, ẪM Ờ Ộp"
)
SPRITE = settings.BASE_DIR / "static" / "img" / "icons.svg"
LEVELS = ["success", "info", "warning", "error"]


class SampleForm(forms.Form):
    name = forms.CharField(label="Tên đăng nhập", help_text="Như trên giấy mời.")
    kind = forms.ChoiceField(
        label="Loại văn bản", choices=[("hd", "Hướng dẫn"), ("kh", "Kế hoạch")]
    )
    text = forms.CharField(label="Nội dung", widget=forms.Textarea(attrs={"rows": 3}))


def worst(article):
    """The same with a very long title and no picture."""
    other = copy(article)
    other.title, other.picture = LONG, None
    return other


def standings():
    words = "Mục 2 được sửa đổi; các mục khác giữ nguyên."
    return [
        SimpleNamespace(
            state=state, since=date(2026, 8, 12), sentence=words, successors=(), amending=()
        )
        for state in LegalState
    ]


def pages():
    links = [(1, "?"), (None, ""), (4, "?trang=4"), (5, "?trang=5"), (6, "?trang=6")]
    return SimpleNamespace(
        has_other_pages=True,
        number=5,
        page_links=links,
        previous_url="?trang=4",
        next_url="?trang=6",
    )


def publications():
    """One in each state in which a writer may find their article."""
    named = {step.target: step.done for step in STEPS.values()}
    return [
        SimpleNamespace(status=status, is_scheduled=False, state_label=label)
        for status, label in named.items()
    ]


@method_decorator(never_cache, name="dispatch")
class ShowcaseView(TemplateView):
    template_name = "pages/showcase.html"

    def dispatch(self, request, *args, **kwargs):
        if not settings.DEBUG:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        articles = list(Article.objects.published().newest_first().for_list()[:5])
        return super().get_context_data(**kwargs) | {
            "title": "Thành phần giao diện",
            "breadcrumbs": [HOME],
            "articles": articles,
            "worst": [worst(article) for article in articles[:1]],
            "documents": Document.objects.published().newest_first().for_list()[:3],
            "standings": standings(),
            "publications": publications(),
            "forms": [SampleForm(), SampleForm({"name": "", "kind": "hd", "text": LONG})],
            "pages": pages(),
            "levels": LEVELS,
            "icons": re.findall(r'<symbol id="([\w-]+)"', SPRITE.read_text()),
        }
