"""Units and the people to ask."""

from django import forms
from django.contrib import admin

from core.admin_choosing import ChoosingAdmin
from core.admin_names import NamedInputsAdmin
from pages.admin.told import ToldAdmin
from pages.models import Contact, Unit


class ContactInline(ChoosingAdmin, NamedInputsAdmin, admin.StackedInline):
    model = Contact
    extra = 0
    autocomplete_fields = ["picture"]
    fields = [
        ("name", "position"),
        ("post", "post_en"),
        ("work", "work_en"),
        ("phone", "email"),
        "picture",
    ]


@admin.register(Unit)
class UnitAdmin(ToldAdmin, admin.ModelAdmin):
    list_display = ["name", "phone", "position"]
    list_editable = ["position"]
    search_fields = ["name"]
    fields = ["name", "name_en", "duties", "duties_en", ("phone", "email"), "position"]
    inlines = [ContactInline]

    class Media:
        css = {"all": ["css/library-admin.css", "css/admin-chooser.css"]}
        js = [forms.Script("js/library/chooser.js", type="module")]
