"""The organisation page, in Vietnamese and in English."""

from django.http import Http404
from django.views.generic import TemplateView

from core.pagecache import PublicPageMixin
from core.site import HOME
from pages.models import Unit

WORDS = {
    "vi": {
        "title": "Cơ cấu tổ chức",
        "intro": "Các đơn vị của Ban và người để liên hệ.",
        "phone": "Điện thoại",
        "work": "Phụ trách",
        "contacts": "Người liên hệ",
    },
    "en": {
        "title": "Organisation",
        "intro": "The units of the Commission and whom to contact.",
        "phone": "Telephone",
        "work": "In charge of",
        "contacts": "Contacts",
    },
}


class OrganisationView(PublicPageMixin, TemplateView):
    template_name = "pages/organisation.html"

    def get_context_data(self, language="vi", **kwargs):
        units = list(Unit.objects.prefetch_related("contacts__picture"))
        if not units and language != "vi":
            raise Http404
        return super().get_context_data(**kwargs) | {
            "language": language,
            "words": WORDS[language],
            "title": WORDS[language]["title"],
            "units": [told(unit, language) for unit in units],
            "breadcrumbs": [HOME],
        }


def told(unit, language):
    """A unit with its contacts, as one language says them."""
    return {
        "name": unit.told("name", language),
        "duties": unit.told("duties", language),
        "row": unit,
        "contacts": [
            {"row": c, "post": c.told("post", language), "work": c.told("work", language)}
            for c in unit.contacts.all()
        ],
    }
