"""The steps as buttons on the change page and as actions of the list."""

from functools import partial

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from core.admin_pages import OwnPages
from core.forms import StepForm
from core.records import Notification, StepRecord
from core.workflow import ALL_STEPS, STEPS, RefusedError


class StepsAdmin(OwnPages):
    """Mixed into the admin of a publication."""

    def get_urls(self):
        return [
            self.own_path("<path:object_id>/buoc/<slug:name>/", self.step_view, "step"),
            self.own_path("<path:object_id>/ban-sua/", self.copy_view, "copy"),
            self.own_path("<path:object_id>/bo-ban-sua/", self.discard_view, "discard"),
            *super().get_urls(),
        ]

    def found(self, request, object_id):
        """The publication, where this person may see it."""
        publication = self.get_object(request, object_id)
        if publication is None:
            raise Http404
        if not self.has_view_permission(request, publication):
            raise PermissionDenied
        return publication

    def step_view(self, request, object_id, name):
        """Asks for the words or the time that the step needs, and takes it."""
        publication, step = self.found(request, object_id), STEPS.get(name)
        if step is None:
            raise Http404
        form = StepForm(step, request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            return self.attempt(request, publication, step, **form.given())
        return self.step_page(request, step, form, [publication], publication)

    def step_page(self, request, step, form, publications, publication=None):
        context = self.page_context(
            request,
            step.label,
            step=step,
            form=form,
            publications=publications,
            publication=publication,
            checkbox=ACTION_CHECKBOX_NAME,
        )
        return TemplateResponse(request, "admin/publication/step.html", context)

    def attempt(self, request, publication, step, **given):
        """Take the step, say how it went, and show what it was taken on."""
        try:
            record = publication.take(step.name, request.user, **given)
        except RefusedError as error:
            messages.error(request, str(error))
        else:
            publication = record.publication
            messages.success(request, f"“{publication}”: {step.done}.")
        return HttpResponseRedirect(self.address("change", publication.pk))

    def response_add(self, request, obj, post_url_continue=None):
        return self.after_save(request, obj) or super().response_add(
            request, obj, post_url_continue
        )

    def response_change(self, request, obj):
        return self.after_save(request, obj) or super().response_change(request, obj)

    def after_save(self, request, obj):
        """A step's button saves first, so that nothing typed is lost, and takes the step then."""
        step = STEPS.get(request.POST.get("_step", ""))
        if step is None:
            return None
        if step.asks or step.takes_time:
            return HttpResponseRedirect(self.address("step", obj.pk, step.name))
        return self.attempt(request, obj, step)

    @method_decorator(require_POST)
    def copy_view(self, request, object_id):
        publication = self.found(request, object_id)
        try:
            publication = publication.make_copy(request.user)
        except RefusedError as error:
            messages.error(request, str(error))
        return HttpResponseRedirect(self.address("change", publication.pk))

    @method_decorator(require_POST)
    def discard_view(self, request, object_id):
        copy = self.found(request, object_id)
        try:
            copy.discard(request.user)
        except RefusedError as error:
            messages.error(request, str(error))
            return HttpResponseRedirect(self.address("change", copy.pk))
        messages.success(request, "Đã bỏ bản sửa; bản đang đăng giữ nguyên.")
        return HttpResponseRedirect(self.address("change", copy.original_id))

    def get_actions(self, request):
        """The steps of this person's permissions, for several at once."""
        actions = super().get_actions(request)
        for step in ALL_STEPS:
            if self.model().allows(request.user, step.action):
                name = f"step_{step.name}"
                actions[name] = (partial(take_in_bulk, step=step), name, step.label)
        return actions

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            Notification.objects.unread_by(request.user).about(obj).mark_read()
        context |= self.newsroom(request, obj) if obj else self.newsroom_of_new(request)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def newsroom_of_new(self, request):
        step = STEPS["submit"]
        return {"steps": [step] if self.model().allows(request.user, step.action) else []}

    def newsroom(self, request, obj):
        """What the change page says of the publication's life."""
        log = list(StepRecord.objects.of(obj).in_order())
        return {
            "steps": obj.steps_for(request.user),
            "steps_save": obj.status != "published" and obj.may_be_edited_by(request.user),
            "log": log,
            "returned": log[0] if log and obj.status == "returned" else None,
            "open_copy": obj.open_copy,
            "files_stay": len(self.get_inlines(request, obj)) < len(self.inlines),
            "may_copy": obj.status == "published" and obj.allows(request.user, "change"),
        }


def take_in_bulk(model_admin, request, queryset, step):
    """Take a step on each of the chosen; each is its own transaction, and what is refused is
    told with its reason."""
    publications = list(queryset)
    form = StepForm(step, request.POST if "_given" in request.POST else None)
    if form.fields and not form.is_valid():
        return model_admin.step_page(request, step, form, publications)
    given = form.given() if form.fields else {}
    done, refused = 0, []
    for publication in publications:
        try:
            publication.take(step.name, request.user, **given)
            done += 1
        except RefusedError as error:
            refused.append(str(error))
    if done:
        messages.success(request, f"{done} {model_admin.opts.verbose_name} {step.done}.")
    for reason in refused:
        messages.error(request, reason)
    return None
