"""Questions to the office, and its answers."""

from django import forms
from django.contrib import messages
from django.db.models.functions import Coalesce, Now
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.generic import FormView

from core.forms import without_maxlength
from core.paging import PrivatePagedListView
from documents.models import Document
from speakers import marks
from speakers.access import speakers_only
from speakers.models import Question

MOST_WAITING = 20  # questions of a person that wait for an answer


@method_decorator(speakers_only, name="dispatch")
class QuestionsView(PrivatePagedListView):
    """Where something happened last stands first. Who sees an answer here has seen it."""

    template_name = "speakers/questions.html"
    http_method_names = ["get", "head"]

    def get_queryset(self):
        readable = Question.objects.readable_by(self.request.user)
        return readable.order_by(Coalesce("answered_at", "asked_at").desc(), "-id")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        person = self.request.user
        questions = list(context["page_obj"])
        news = Question.objects.news_for(person).filter(pk__in=[q.pk for q in questions])
        unseen = set(news.values_list("pk", flat=True))
        papers = Document.objects.visible_to(person).in_bulk({q.document_id for q in questions})
        for question in questions:
            question.is_new = question.pk in unseen
            question.is_own = question.asker_id == person.pk
            question.paper = papers.get(question.document_id)
        Question.objects.filter(pk__in=unseen).update(seen_at=Now())
        return context | marks.around(person, "questions") | {"questions": questions}


class QuestionForm(forms.ModelForm):
    class Meta:
        model = Question
        fields = ["text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 6})}
        labels = {"text": "Câu hỏi của Ông (bà)"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        without_maxlength(self)


@method_decorator(speakers_only, name="dispatch")
class AskView(FormView):
    """`?tai-lieu=` names the paper that the question is about."""

    form_class = QuestionForm
    template_name = "speakers/ask.html"

    @cached_property
    def paper(self):
        number = self.request.GET.get("tai-lieu", "")
        if not number:
            return None
        if not (number.isascii() and number.isdecimal() and len(number) < 19):
            raise Http404
        return get_object_or_404(Document.objects.visible_to(self.request.user), pk=number)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs) | {"paper": self.paper}
        return context | marks.around(self.request.user, "questions")

    def form_valid(self, form):
        person, text = self.request.user, form.cleaned_data["text"]
        waiting = Question.objects.waiting().filter(asker=person)
        if waiting.count() >= MOST_WAITING:
            form.add_error("text", "Ông (bà) đang có nhiều câu hỏi chờ trả lời; hãy gửi sau.")
            return self.form_invalid(form)
        # Sent twice over a weak network, it is asked once.
        waiting.get_or_create(asker=person, document=self.paper, text=text)
        messages.success(self.request, "Đã gửi câu hỏi tới Ban. Trả lời sẽ hiện ở trang này.")
        return redirect("speakers:questions")

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=400)
