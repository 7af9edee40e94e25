"""Several editors in the admin: who else is here, what was typed and not saved."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.crypto import get_random_string
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from core import autosaving
from core.autosave import KEY_LENGTH, Autosave, Presence
from core.autosaving import PARAMETER
from core.forms import PublicationForm
from core.typed import texts, with_typed, with_typed_rows


class EditingAdmin:
    """Mixed into the admin of a publication."""

    form = PublicationForm

    def get_urls(self):
        return [
            self.own_path("tu-luu/", self.autosave_view, "autosave"),
            self.own_path("tu-luu/<int:pk>/", self.typed_view, "typed"),
            self.own_path("tu-luu/<int:pk>/bo/", self.forget_view, "forget"),
            *super().get_urls(),
        ]

    def autosave_view(self, request):
        """Every 20 seconds: keeps what was typed, if it came along, and tells who else is here."""
        if request.method != "POST":
            return autosaving.token(request)
        number = request.POST.get("_object", "")
        publication = self.found(request, number) if number else None
        kept = None
        if autosaving.typed_in(request):
            key = autosaving.form_key(request)
            if publication is None and not (key and self.has_add_permission(request)):
                raise PermissionDenied
            kept = autosaving.keep(request, self.model, publication)
        return autosaving.answer(request, publication, kept)

    def own_autosaves(self, request, obj=None):
        pk = obj.pk if obj else None
        own = Autosave.objects.about(self.model, pk).filter(person=request.user)
        return own.order_by("-saved_at")

    def typed_view(self, request, pk):
        """What was typed, as plain text to copy, whatever became of the object."""
        autosave = get_object_or_404(Autosave, pk=pk, person=request.user)
        formsets = self.get_formsets_with_inlines(request)
        rows = {formset.get_default_prefix(): formset.model for formset, _ in formsets}
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Chữ đã gõ",
            "autosave": autosave,
            "texts": texts(self.model, rows, autosave.data),
            "media": self.media,
        }
        return TemplateResponse(request, "admin/publication/typed.html", context)

    @method_decorator(require_POST)
    def forget_view(self, request, pk):
        autosave = get_object_or_404(Autosave, pk=pk, person=request.user)
        autosave.delete()
        known = autosave.object_id
        return HttpResponseRedirect(self.address("change", known) if known else self.address("add"))

    def taken_back(self, request, obj):
        """The autosave that the address names, if it is this person's and of this form. One
        that is gone was saved meanwhile: Django repeats the query after “save and continue”."""
        number = request.GET.get(PARAMETER, "")
        return (
            self.own_autosaves(request, obj).filter(pk=number).first()
            if number.isdecimal()
            else None
        )

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if request.method == "GET" and (autosave := self.taken_back(request, obj)):
            return with_typed(form, autosave.typed())
        return form

    def get_formsets_with_inlines(self, request, obj=None):
        autosave = self.taken_back(request, obj) if request.method == "GET" else None
        for formset, inline in super().get_formsets_with_inlines(request, obj):
            yield (with_typed_rows(formset, autosave.typed()) if autosave else formset), inline

    def save_related(self, request, form, formsets, change):
        """What is saved need not be offered again."""
        super().save_related(request, form, formsets, change)
        saved = self.own_autosaves(request, form.instance if change else None)
        if not change:
            saved = saved.filter(form_key=request.POST.get("form_key", ""))
        saved.delete()

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            Presence.objects.touch(request.user, obj)
            context["others"] = Presence.objects.others(request.user, obj)
        autosave = self.taken_back(request, obj) if request.method == "GET" else None
        offered = self.own_autosaves(request, obj)
        context |= {
            "form_key": self.form_key(request, autosave),
            "autosaves": offered.exclude(pk=autosave.pk) if autosave else offered,
            "taken_back": autosave,
            "parameter": PARAMETER,
            "autosave_url": self.address("autosave"),
            "conflict": getattr(context["adminform"].form, "conflict", None),
        }
        if request.method == "POST":
            context["autosaves"] = []
        return super().render_change_form(request, context, add, change, form_url, obj)

    def form_key(self, request, autosave):
        known = autosave.form_key if autosave else autosaving.form_key(request)
        return known or get_random_string(KEY_LENGTH)
