"""Questions and answers: the public pages, the form, and what became of a question."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import cached_property

from core.detail import PublicationDetailView
from core.guard.views import form_page, public_form
from core.pagecache import public_page
from core.paging import PagedListView
from core.site import HOME, absolute, trail
from feedback.forms import AskForm, ReceiptForm
from feedback.models import Question, Subject
from feedback.outcomes import outcome_of

QUESTIONS = ("Hỏi đáp", "/hoi-dap/")
INTRO = "Câu hỏi, góp ý của người dân và trả lời của Ban."


class QuestionListView(PagedListView):
    """`?linh-vuc=` narrows it down to a subject."""

    template_name = "feedback/questions.html"
    page_parameters = ("trang", "linh-vuc")

    @cached_property
    def subject(self):
        slug = self.request.GET.get("linh-vuc")
        found = Subject.objects.filter(slug=slug).first() if slug else None
        if slug and found is None:
            raise Http404
        return found

    def get_queryset(self):
        found = Question.objects.visible_to(self.request.user).newest_first().for_list()
        return found.filter(subject=self.subject) if self.subject else found

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "title": f"Hỏi đáp: {self.subject}" if self.subject else "Góp ý, hỏi đáp",
            "intro": INTRO,
            "page_description": INTRO,
            "breadcrumbs": [HOME, QUESTIONS] if self.subject else [HOME],
            "canonical": absolute(self.page_url(context["page_obj"].number)),
            "questions": context["page_obj"].object_list,
            "subjects": Subject.objects.all(),
            "subject": self.subject,
        }


class QuestionView(PublicationDetailView):
    template_name = "feedback/question.html"
    queryset = Question.objects.select_related("subject")

    def get_context_data(self, **kwargs):
        question = self.object
        others = Question.objects.published().exclude(pk=question.pk).newest_first().for_list()
        breadcrumbs = [HOME, QUESTIONS]
        if question.subject:
            others = others.filter(subject=question.subject)
            breadcrumbs.append((question.subject.name, question.subject.get_absolute_url()))
        return super().get_context_data(**kwargs) | {
            "breadcrumbs": breadcrumbs,
            "page_description": question.text[:300],
            "json_ld": [trail(breadcrumbs)],
            "others": others[:5],
        }


@public_form()
def ask(request):
    form = AskForm(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid() and (question := form.admit(form.save)):
        return redirect(f"{question.get_receipt_url()}&moi=1")
    context = {
        "form": form,
        "breadcrumbs": [HOME, QUESTIONS],
        "kept_days": settings.CONTACT_DAYS,
        "mail_is_set_up": bool(settings.EMAIL_HOST),
    }
    return render(request, "feedback/forms/ask.html", context)


@public_page("ma", keep=False)
def look_up(request):
    """Asks for a code. Letters of before lead here with one; what it opens is never kept."""
    if code := request.GET.get("ma"):
        return redirect(f"{reverse('feedback:receipt')}?{urlencode({'ma': code})}")
    context = {"form": ReceiptForm(), "breadcrumbs": [HOME, QUESTIONS]}
    return render(request, "feedback/forms/receipt.html", context)


@form_page
def receipt(request):
    """`?ma=` is the code that its asker was given; `&moi=1` just now."""
    form = ReceiptForm(request.GET if "ma" in request.GET else None)
    question = None
    if form.is_bound and form.is_valid():
        originals = Question.objects.filter(original=None)
        question = originals.filter(code=form.cleaned_data["ma"]).first()
        if question is None:
            form.add_error("ma", "Không có câu hỏi nào mang mã này; xin xem lại từng chữ.")
    context = {
        "form": form,
        "question": question,
        "outcome": outcome_of(question) if question else None,
        "is_new": "moi" in request.GET,
        "breadcrumbs": [HOME, QUESTIONS],
    }
    return render(request, "feedback/forms/receipt.html", context)
