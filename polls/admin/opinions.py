"""“Ý kiến khác” before anybody else reads it."""

from django import forms
from django.contrib import admin, messages

from polls.models import Opinion


class OpinionForm(forms.ModelForm):
    words_state = forms.ChoiceField(
        label="Xét duyệt", choices=Opinion.Words.choices, widget=forms.RadioSelect
    )


@admin.register(Opinion)
class OpinionAdmin(admin.ModelAdmin):
    """The words alone; those that wait stand first."""

    form = OpinionForm
    list_display = ["words", "poll", "words_state"]
    list_filter = ["words_state", "poll"]
    list_select_related = ["poll"]
    list_per_page = 100
    search_fields = ["words"]
    fields = ["poll", "words", "words_state"]
    readonly_fields = ["poll", "words"]
    ordering = ["-words_state", "words"]
    actions = ["show", "hide"]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        """A ballot is a ballot whatever its words are."""
        return False

    @admin.action(description="Cho hiện", permissions=["change"])
    def show(self, request, queryset):
        self.decide(request, queryset, Opinion.Words.SHOWN)

    @admin.action(description="Không cho hiện", permissions=["change"])
    def hide(self, request, queryset):
        self.decide(request, queryset, Opinion.Words.HIDDEN)

    def decide(self, request, queryset, state):
        opinions = list(queryset.exclude(words_state=state).select_related("poll"))
        for opinion in opinions:
            opinion.moderate(state, request.user)
        messages.success(request, f"{len(opinions)} ý kiến: {state.label.lower()}.")

    def save_model(self, request, obj, form, change):
        obj.moderate(obj.words_state, request.user)
