"""Questions of speakers in the admin: read, answered, perhaps shown to all."""

from django.contrib import admin
from django.utils.text import Truncator

from core.admin_filters import DoneFilter
from core.admin_names import NamedInputsAdmin
from speakers.letters import mail_answer_later
from speakers.models import Question


class AnsweredFilter(DoneFilter):
    title = "trả lời"
    parameter_name = "tra-loi"
    field = "answered_at"
    labels = ("Chờ trả lời", "Đã trả lời")


@admin.register(Question)
class QuestionAdmin(NamedInputsAdmin, admin.ModelAdmin):
    list_display = ["short", "asker", "asked_at", "answered_at", "is_shared"]
    list_select_related = ["asker"]
    list_filter = [AnsweredFilter, "is_shared"]
    search_fields = ["text", "answer"]
    fields = [
        "asker", "asked_at", "document", "text",
        "answer", "is_shared", "answered_by", "answered_at", "seen_at",
    ]  # fmt: skip
    readonly_fields = [
        "asker", "asked_at", "document", "text", "answered_by", "answered_at", "seen_at",
    ]  # fmt: skip

    @admin.display(description="câu hỏi", ordering="asked_at")
    def short(self, question):
        return Truncator(question.text).chars(100)

    def has_add_permission(self, request):
        return False

    def save_model(self, request, obj, form, change):
        if "answer" in form.changed_data:
            obj.answer_with(obj.answer, request.user)
        super().save_model(request, obj, form, change)
        if "answer" in form.changed_data and obj.answer:
            mail_answer_later(obj)
