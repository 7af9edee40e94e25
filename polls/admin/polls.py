"""Polls in the admin: the newsroom's steps, their choices, what no longer changes."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.forms.models import BaseInlineFormSet
from django.utils.html import format_html

from core.admin import PublicationAdmin
from core.admin_names import NamedInputsAdmin
from core.forms import PublicationForm
from core.vietnamese import thousands
from polls.admin.results import ResultsAdmin
from polls.models import Choice, Poll
from polls.models.polls import FIXED, HAS_BALLOTS

FEWEST = 2


class PollForm(PublicationForm):
    def clean(self):
        data = super().clean()
        if self.instance.pk and {*FIXED} & {*self.changed_data} and self.instance.has_ballots:
            raise ValidationError(HAS_BALLOTS)
        return data


class ChoiceFormSet(BaseInlineFormSet):
    """What was typed stays in the form; what may not change is refused with its reason."""

    def clean(self):
        super().clean()
        if self.instance.pk and self.instance.has_ballots and any(map(changes, self.forms)):
            raise ValidationError(HAS_BALLOTS)
        left = [f for f in self.forms if f.cleaned_data.get("text") and not is_deleted(f)]
        if len(left) < FEWEST:
            raise ValidationError(f"Cần ít nhất {FEWEST} phương án.")
        if (self.instance.most or 1) > len(left):
            raise ValidationError(f"Cho chọn {self.instance.most} mà chỉ có {len(left)} phương án.")


def is_deleted(form):
    return form.cleaned_data.get("DELETE", False)


def changes(form):
    """Whether a row says something else than its place in the order."""
    fixed = {"text", "is_other"} & {*form.changed_data}
    return bool(fixed) or (form.instance.pk is not None and is_deleted(form))


class ChoiceInline(NamedInputsAdmin, admin.TabularInline):
    model = Choice
    formset = ChoiceFormSet
    fields = ["text", "is_other", "position"]
    extra = 0
    min_num = FEWEST


@admin.register(Poll)
class PollAdmin(ResultsAdmin, PublicationAdmin):
    form = PollForm
    list_display = ["title", "state", "audience", "closes_at", "ballots_cast", "results_link"]
    list_filter = [*PublicationAdmin.list_filter, "audience"]
    readonly_fields = ["results_link"]
    inlines = [ChoiceInline]
    fieldsets = [
        (None, {"fields": ["title", "lead", "most", "results_link"]}),
        ("Ai bình chọn, đến khi nào", {"fields": ["audience", "opens_at", "closes_at", "results"]}),
        ("Trang chủ", {"fields": ["home_position"]}),
        ("Đăng", {"fields": PublicationAdmin.publishing_fields}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("search").annotate(cast=Count("voters"))

    @admin.display(description="số phiếu", ordering="cast")
    def ballots_cast(self, poll):
        return thousands(poll.cast)

    @admin.display(description="kết quả")
    def results_link(self, poll):
        if not poll.pk:
            return "–"
        return format_html('<a href="{}">Kết quả, số liệu</a>', self.address("results", poll.pk))

    def newsroom(self, request, obj):
        """Without working copies: ballots belong to the choices that are shown."""
        return super().newsroom(request, obj) | {"may_copy": False}
