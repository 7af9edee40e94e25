from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin
from django.contrib.auth.models import Group

from accounts.signing_in.fresh import FreshSignInAdmin

admin.site.unregister(Group)


@admin.register(Group)
class RoleAdmin(FreshSignInAdmin, GroupAdmin):
    """Django's own, for who gave the password lately."""
