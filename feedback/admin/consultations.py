"""Consultations and the opinions on them."""

from django.contrib import admin, messages

from accounts import audit
from core.admin import PublicationAdmin
from core.admin_names import NamedInputsAdmin
from feedback.models import Consultation, Opinion

State = Opinion.State


@admin.register(Consultation)
class ConsultationAdmin(PublicationAdmin):
    list_display = ["title", "state", "closes_at", "waiting"]
    autocomplete_fields = ["paper"]
    fieldsets = [
        (None, {"fields": ["title", "drafted_by", "lead", "body", "paper", "slug"]}),
        ("Góp ý", {"fields": ["closes_at", "shows_opinions", "outcome"]}),
        ("Đăng", {"fields": PublicationAdmin.publishing_fields}),
    ]

    @admin.display(description="ý kiến chờ duyệt")
    def waiting(self, consultation):
        return consultation.opinions.waiting().count()


@admin.register(Opinion)
class OpinionAdmin(NamedInputsAdmin, admin.ModelAdmin):
    """What was said is not changed; it is let through or kept."""

    list_display = ["text_in_short", "signature", "consultation", "sent_at", "state"]
    list_filter = ["state", ("consultation", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["consultation"]
    search_fields = ["text", "name", "unit"]
    fields = [
        "consultation", "text", "name", "unit", "contact", "sent_at",
        "state", "decided_by", "decided_at",
    ]  # fmt: skip
    readonly_fields = [
        "consultation", "text", "name", "unit", "contact", "sent_at", "decided_by", "decided_at",
    ]  # fmt: skip
    actions = ["let_through", "keep"]

    def has_add_permission(self, request):
        return False

    @admin.display(description="ý kiến", ordering="sent_at")
    def text_in_short(self, opinion):
        return str(opinion)

    @admin.display(description="người góp ý")
    def signature(self, opinion):
        return opinion.signature

    @admin.action(description="Cho hiện trên trang", permissions=["change"])
    def let_through(self, request, queryset):
        self.decide(request, queryset, State.SHOWN)

    @admin.action(description="Không hiện", permissions=["change"])
    def keep(self, request, queryset):
        self.decide(request, queryset, State.KEPT)

    def decide(self, request, queryset, state):
        """Each opinion whose state changes stands in the audit log."""
        changing = list(queryset.exclude(state=state).select_related("consultation"))
        found = Opinion.objects.filter(pk__in=[opinion.pk for opinion in changing])
        count = found.decide(state, request.user)
        for opinion in changing:
            tell_audit(request.user, opinion, state)
        messages.success(request, f"{count} ý kiến: {State(state).label.lower()}.")

    def save_model(self, request, obj, form, change):
        if "state" in form.changed_data:
            if obj.state == State.WAITING:
                kept = Opinion.objects.filter(pk=obj.pk)
                kept.update(state=obj.state, decided_by=None, decided_at=None)
            else:
                Opinion.objects.filter(pk=obj.pk).decide(obj.state, request.user)
            tell_audit(request.user, obj, obj.state)


def tell_audit(person, opinion, state):
    words = f"Ý kiến {opinion.pk}: {State(state).label.lower()}"
    audit.record("moderate", person, opinion.consultation, words)
