"""A new article, and one's own as long as it is not with the editors."""

from csp.decorators import csp_update
from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.crypto import get_random_string
from django.utils.decorators import method_decorator
from django.views.generic import CreateView, UpdateView

from accounts.contributions.access import writers_only
from accounts.contributions.autosaves import own_autosaves
from accounts.contributions.forms import ContributionForm
from accounts.contributions.limits import refusal
from accounts.contributions.steps import WRITERS_STEPS
from core import autosaving
from core.autosave import KEY_LENGTH, Autosave, Presence
from core.editor import POLICY
from core.records import Notification, StepRecord
from core.typed import with_typed
from core.workflow import RefusedError
from news.advice import advice
from news.models import Article


class Writing:
    """Mixed into a form view of one article. Its two buttons save, and save and send."""

    model = Article
    form_class = ContributionForm
    template_name = "accounts/contributions/writing.html"

    @property
    def article(self):
        """The one that is edited; None while it was never saved."""
        return self.object if self.object and self.object.pk else None

    def taken_back(self):
        """The autosave that the address names, if it is this person's and of this form."""
        number = self.request.GET.get(autosaving.PARAMETER, "")
        if self.request.method == "POST" or not number.isdecimal():
            return None
        return own_autosaves(self.request.user, self.article).filter(pk=number).first()

    def get_form_class(self):
        autosave = self.taken_back()
        return with_typed(self.form_class, autosave.typed()) if autosave else self.form_class

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=400)

    @transaction.atomic
    def form_valid(self, form):
        if sentence := refusal(self.request):
            form.add_error("picture_file", sentence)
            return self.form_invalid(form)
        words = form.cleaned_data["words"]
        if not self.article:
            own_autosaves(self.request.user).filter(
                form_key=autosaving.form_key(self.request)
            ).delete()
        article = form.keep(self.request.user)
        sent = "_send" in self.request.POST and self.sent(article, words)
        self.keep_message(article, "" if sent else words)
        if not sent:
            messages.success(self.request, "Đã lưu bản nháp.")
        return redirect("contributions:article", article.pk)

    def sent(self, article, words):
        try:
            article.submit(self.request.user, words)
        except RefusedError as error:
            messages.error(self.request, str(error))
            return False
        messages.success(self.request, "Đã gửi bài tới tòa soạn.")
        return True

    def keep_message(self, article, words):
        """What was typed is saved now; only the message to the editors waits until the article
        is sent."""
        Autosave.objects.about(Article, article.pk).filter(person=self.request.user).delete()
        if words:
            Autosave.objects.keep(self.request.user, Article, article.pk, "", {"words": [words]})

    def get_context_data(self, **kwargs):
        autosave = self.taken_back()
        offered = own_autosaves(self.request.user, self.article)
        known = autosave.form_key if autosave else autosaving.form_key(self.request)
        return super().get_context_data(**kwargs) | {
            "article": self.article,
            "taken_back": autosave,
            "offered": offered.exclude(pk=autosave and autosave.pk) if self.is_get else [],
            "parameter": autosaving.PARAMETER,
            "form_key": known or get_random_string(KEY_LENGTH),
        }

    @property
    def is_get(self):
        return self.request.method != "POST"


@method_decorator([writers_only, csp_update(POLICY)], name="dispatch")
class NewView(Writing, CreateView):
    def get_initial(self):
        return {"author": self.request.user.full_name}


@method_decorator([writers_only, csp_update(POLICY)], name="dispatch")
class ArticleView(Writing, UpdateView):
    """A form as long as the article is the writer's to change, then a page to read."""

    def get_queryset(self):
        own = Article.objects.written_by(self.request.user)
        if self.is_get:
            return own.select_related("category", "picture")
        return own.select_for_update()

    def get_initial(self):
        mine = Autosave.objects.about(Article, self.object.pk).filter(person=self.request.user)
        message = mine.exclude(data__has_key="title").first()
        return {"words": message.data["words"][0]} if message else {}

    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        Notification.objects.unread_by(request.user).about(self.object).mark_read()
        if not self.object.may_be_written_by(request.user):
            return self.reading()
        Presence.objects.touch(request.user, self.object)
        return self.render_to_response(self.get_context_data())

    @transaction.atomic
    def post(self, request, *args, **kwargs):
        self.object = self.get_object()
        if not self.object.may_be_written_by(request.user):
            return self.too_late()
        form = self.get_form()
        return self.form_valid(form) if form.is_valid() else self.form_invalid(form)

    def too_late(self):
        """An editor has it now: what was typed is kept to be read."""
        autosaving.keep(self.request, Article, self.object)
        messages.error(
            self.request,
            f"Bài đã chuyển sang “{self.object.state_label}” nên không sửa được ở đây nữa. "
            "Chữ Ông (bà) vừa gõ còn giữ nguyên, xem bên dưới.",
        )
        return redirect("contributions:article", self.object.pk)

    def reading(self):
        context = self.about_article() | {
            "article": self.object,
            "show_picture": self.object.picture and "<img" not in self.object.body,
            "autosaves": own_autosaves(self.request.user, self.object),
        }
        return render(self.request, "accounts/contributions/reading.html", context)

    def get_context_data(self, **kwargs):
        return (
            super().get_context_data(**kwargs)
            | self.about_article()
            | {
                "advice": advice(self.object) if self.is_get else [],
                "others": Presence.objects.others(self.request.user, self.object),
            }
        )

    def about_article(self):
        log = list(StepRecord.objects.of(self.object).in_order())
        offered = self.object.steps_for(self.request.user)
        return {
            "log": log,
            "returned": log[0] if log and self.object.status == "returned" else None,
            "steps": [s for s in offered if s in WRITERS_STEPS and s.name != "submit"],
        }
