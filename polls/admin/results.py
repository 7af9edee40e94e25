"""A poll's results for editors: with what holds scripts off told apart, as a page, CSV and XLSX."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.forms import CharField, Form, TextInput
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse

from accounts import audit
from core.admin_pages import OwnPages
from core.pagecache import PRIVATE
from core.sheets import download
from polls import tables
from polls.bursts import MANY, bursts_of
from polls.counting import results_of
from polls.models import Correction, Opinion, Poll


class CorrectionForm(Form):
    """The question and each choice as they stand, to be mended."""

    def __init__(self, poll, data=None):
        super().__init__(data)
        self.poll = poll
        texts = {"title": ("Câu hỏi", poll.title, None)}
        for number, choice in enumerate(poll.choice_list, 1):
            texts[f"choice-{choice.pk}"] = (f"Phương án {number}", choice.text, choice)
        self.known = texts
        for name, (label, text, _) in texts.items():
            widget = TextInput(attrs={"class": "vTextField"})
            self.fields[name] = CharField(label=label, initial=text, max_length=500, widget=widget)

    def corrections(self, by):
        """A Correction of each text that was changed; not saved."""
        for name in self.changed_data:
            _, before, choice = self.known[name]
            after = self.cleaned_data[name]
            yield name, Correction(poll=self.poll, choice=choice, before=before, after=after, by=by)


class ResultsAdmin(OwnPages):
    """Mixed into the admin of polls."""

    def get_urls(self):
        return [
            self.own_path("<path:object_id>/ket-qua/", self.results_view, "results"),
            self.own_path("<path:object_id>/ket-qua/tep.<slug:kind>", self.export_view, "export"),
            self.own_path("<path:object_id>/chinh-ta/", self.correct_view, "correct"),
            *super().get_urls(),
        ]

    def counted(self, request, object_id):
        """The poll with its choices, where this person may see it."""
        found = self.found(request, object_id)
        return Poll.objects.for_list().get(pk=found.pk)

    def results_view(self, request, object_id):
        poll = self.counted(request, object_id)
        context = self.page_context(
            request,
            "Kết quả",
            publication=poll,
            results=results_of(poll),
            bursts=bursts_of(poll),
            many=MANY,
            waiting=Opinion.objects.filter(poll=poll).waiting().count(),
            corrections=poll.corrections.select_related("by"),
            may_correct=poll.has_ballots and self.has_change_permission(request, poll),
        )
        return TemplateResponse(request, "admin/polls/results.html", context)

    def export_view(self, request, object_id, kind):
        poll = self.counted(request, object_id)
        if kind not in tables.FORMATS:
            raise Http404
        audit.record("export", request.user, poll, "Kết quả thăm dò")
        write = partial(tables.FORMATS[kind], poll, results_of(poll))
        response = download(f"tham-do-{poll.pk}.{kind}", write)
        response["Cache-Control"] = PRIVATE
        return response

    def correct_view(self, request, object_id):
        """Typing errors after the first ballot; each change is noted and shown to everybody."""
        poll = self.counted(request, object_id)
        if not self.has_change_permission(request, poll):
            raise PermissionDenied
        form = CorrectionForm(poll, request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid() and carried_out(form, request.user):
            messages.success(request, "Đã sửa lỗi chính tả; trang thăm dò ghi lại chỗ đã sửa.")
            return HttpResponseRedirect(self.address("results", poll.pk))
        context = self.page_context(request, "Sửa lỗi chính tả", publication=poll, form=form)
        return TemplateResponse(request, "admin/polls/correct.html", context)


def carried_out(form, by):
    """Whether each change is no more than a typing error; the rest is not changed then, either."""
    with transaction.atomic():
        for name, correction in form.corrections(by):
            try:
                correction.carry_out()
            except ValidationError as error:
                form.add_error(name, error.messages)
        if form.errors:
            transaction.set_rollback(True)
    return not form.errors
