"""Deleting a person in the admin, one at a time and with what belongs to them."""

from django.contrib import messages
from django.http import HttpResponseRedirect

from accounts.administrators import LastAdministratorError
from accounts.personal_data.forgetting import forget
from core.admin_pages import OwnPages


class DeletingAdmin(OwnPages):
    """Mixed into the admin of accounts."""

    delete_confirmation_template = "admin/accounts/user/delete_confirmation.html"

    def get_actions(self, request):
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def has_delete_permission(self, request, obj=None):
        """Nobody deletes themselves or an account that may do more than their own."""
        if obj is not None and (
            obj == request.user or not self.has_change_permission(request, obj)
        ):
            return False
        return super().has_delete_permission(request, obj)

    def get_deleted_objects(self, objs, request):
        """What goes and what stays is told by the page; nothing stands in the way."""
        return [], {}, set(), []

    def delete_model(self, request, obj):
        forget(obj, request.user)

    def delete_view(self, request, object_id, extra_context=None):
        try:
            return super().delete_view(request, object_id, extra_context)
        except LastAdministratorError as error:
            messages.error(request, str(error))
            return HttpResponseRedirect(self.address("change", object_id))
