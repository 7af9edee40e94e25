"""Consultations on drafts: the list, one of them, and the form for an opinion."""

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import redirect, render

from core.detail import PublicationDetailView, PublicationFormView
from core.paging import PagedListView, PageLinks
from core.site import HOME, trail
from documents.models import Document
from feedback.forms import OpinionForm
from feedback.models import Consultation, Opinion

CONSULTATIONS = ("Lấy ý kiến dự thảo", "/gop-y-du-thao/")
INTRO = "Dự thảo văn bản đang lấy ý kiến, dự thảo đã hết hạn góp ý và kết quả tiếp thu, giải trình."
A_PAGE = 50  # opinions


class ConsultationListView(PagedListView):
    template_name = "feedback/consultations.html"

    def get_queryset(self):
        return Consultation.objects.visible_to(self.request.user).in_order().for_list()

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "title": CONSULTATIONS[0],
            "intro": INTRO,
            "page_description": INTRO,
            "breadcrumbs": [HOME],
        }


class ConsultationView(PageLinks, PublicationDetailView):
    """`?trang=` pages through the opinions that were let through."""

    template_name = "feedback/consultation.html"
    queryset = Consultation.objects.with_state()

    def get_context_data(self, **kwargs):
        consultation = self.object
        breadcrumbs = [HOME, CONSULTATIONS]
        return super().get_context_data(**kwargs) | {
            "breadcrumbs": breadcrumbs,
            "page_description": consultation.lead[:300],
            "json_ld": [trail(breadcrumbs)],
            "opinions": self.opinions(),
            "files": self.files(),
        }

    def opinions(self):
        """A page of them, the first ones first; no such page is not found."""
        shown = Opinion.objects.published().filter(consultation=self.object)
        try:
            page = Paginator(shown.order_by("sent_at", "id"), A_PAGE).page(self.asked_page())
        except InvalidPage as error:
            raise Http404 from error
        self.link(page)
        return page

    def files(self):
        """Those of the draft in the library, where anybody may see it."""
        number = self.object.paper_id
        paper = number and Document.objects.published().filter(pk=number).first()
        return paper.attachment_list if paper else []


class OpineView(PublicationFormView):
    """The form; after a POST the thanks, on the same page, once the query says so."""

    def get_queryset(self):
        return Consultation.objects.with_state()

    def answer(self):
        consultation, request = self.object, self.request
        address = consultation.get_opinion_url()
        if request.method != "POST" and request.path != address:
            return HttpResponsePermanentRedirect(address)
        form = OpinionForm(request.POST or None, request=request, consultation=consultation)
        if request.method == "POST" and form.is_valid() and form.admit(form.save):
            return redirect(f"{address}?da-gui=1")
        context = {
            "consultation": consultation,
            "form": form,
            "is_sent": "da-gui" in request.GET,
            "breadcrumbs": [
                HOME,
                CONSULTATIONS,
                (consultation.title, consultation.get_absolute_url()),
            ],
        }
        return render(request, "feedback/forms/opine.html", context)
