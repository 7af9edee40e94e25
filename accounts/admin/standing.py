"""Suspending, having back, and changing an account without locking the last administrator out."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from accounts import audit
from accounts.administrators import LastAdministratorError, keeping_one
from accounts.models import State
from accounts.roles import LABELS
from core.admin_pages import OwnPages

POST_ONLY = method_decorator(require_POST)


class StandingAdmin(OwnPages):
    """Mixed into the admin of accounts."""

    change_form_template = "admin/accounts/user/change_form.html"

    def get_urls(self):
        return [
            self.own_path("<int:pk>/tam-khoa/", self.suspend_view, "suspend"),
            self.own_path("<int:pk>/mo-lai/", self.reactivate_view, "reactivate"),
            *super().get_urls(),
        ]

    def person(self, request, pk):
        """The one with this number, where the asker may change them."""
        person = self.get_object(request, str(pk))
        if person is None:
            raise Http404
        if not self.has_change_permission(request, person):
            raise PermissionDenied
        return person

    @POST_ONLY
    def suspend_view(self, request, pk):
        person = self.person(request, pk)
        try:
            with keeping_one():
                person.suspend()
        except LastAdministratorError as error:
            messages.error(request, str(error))
        else:
            self.log_change(request, person, "Tạm khóa.")
            audit.record("roles", request.user, person, "tạm khóa")
            messages.success(request, f"Đã tạm khóa “{person}”; mọi phiên đăng nhập đã kết thúc.")
        return HttpResponseRedirect(self.address("change", pk))

    @POST_ONLY
    def reactivate_view(self, request, pk):
        person = self.person(request, pk)
        person.reactivate()
        self.log_change(request, person, "Mở lại.")
        audit.record("roles", request.user, person, "mở lại")
        messages.success(request, f"Đã mở lại tài khoản của “{person}”.")
        return HttpResponseRedirect(self.address("change", pk))

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Roles and the last day are written in here, so here it is seen whom they shut out."""
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        try:
            with keeping_one():
                return super().changeform_view(request, object_id, form_url, extra_context)
        except LastAdministratorError as error:
            list(messages.get_messages(request))  # reading them takes back “saved”
            messages.error(request, str(error))
            return HttpResponseRedirect(request.get_full_path())

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        form.instance.enter_staff()

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        """The few roles as boxes to tick, by the names that people know."""
        if db_field.remote_field.model is not Group:
            return super().formfield_for_manytomany(db_field, request, **kwargs)
        field = db_field.formfield(widget=forms.CheckboxSelectMultiple)
        field.label, field.help_text = "Vai trò", "Quyền của mỗi vai trò cộng lại."
        field.label_from_instance = lambda group: LABELS.get(group.name, group.name)
        return field

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["is_suspended"] = obj is not None and obj.state == State.SUSPENDED
        context["can_mail"] = bool(settings.EMAIL_HOST)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
