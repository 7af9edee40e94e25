"""Questions in the admin: read, answered, and led to the page by the steps of the house."""

from django.contrib import admin, messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import HttpResponseRedirect
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from core.admin import PublicationAdmin
from core.workflow import RefusedError
from feedback.erasing import erase_from_versions
from feedback.models import Question, Subject

NEW = "moi"


class NewFilter(admin.SimpleListFilter):
    title = "câu hỏi mới"
    parameter_name = "cau-hoi"

    def lookups(self, request, model_admin):
        return [(NEW, "Người dân gửi, chưa xử lý")]

    def queryset(self, request, queryset):
        return queryset & Question.objects.waiting() if self.value() == NEW else queryset


@admin.register(Subject)
class SubjectAdmin(admin.ModelAdmin):
    list_display = ["name", "position"]
    search_fields = ["name"]
    fields = ["name", "slug", "position"]


@admin.register(Question)
class QuestionAdmin(PublicationAdmin):
    list_display = ["title", "subject", "state", "asked_at", "published_at"]
    list_filter = [NewFilter, *PublicationAdmin.list_filter, "subject"]
    list_select_related = ["subject"]
    readonly_fields = ["asked_at", "code_words", "asker_name", "asker_contact", "asker_words"]
    fieldsets = [
        (
            "Người hỏi (không đăng)",
            {"fields": ["asker_name", "asker_contact", "asker_words", "asked_at", "code_words"]},
        ),
        ("Câu hỏi khi đăng", {"fields": ["title", "text", "subject", "asked_by", "slug"]}),
        ("Trả lời", {"fields": ["answer", "answered_by", "note"]}),
        ("Đăng", {"fields": PublicationAdmin.publishing_fields}),
    ]

    object_history_template = "admin/feedback/question/history.html"

    def get_urls(self):
        erase = self.own_path("<path:object_id>/xoa-khoi-phien-ban/", self.erase_view, "erase")
        return [erase, *super().get_urls()]

    @method_decorator(require_POST)
    def erase_view(self, request, object_id):
        question = self.found(request, object_id)
        if not self.has_change_permission(request, question):
            raise PermissionDenied
        if not request.POST.get("chac"):
            messages.error(request, "Xin xác nhận đã xem câu hỏi hiện nay.")
            return HttpResponseRedirect(self.address("history", question.pk))
        try:
            changed = erase_from_versions(question, request.user)
        except RefusedError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, f"Đã xóa khỏi {changed} phiên bản.")
        return HttpResponseRedirect(self.address("history", question.pk))

    @admin.display(description="mã tra cứu")
    def code_words(self, question):
        return question.code_words if question.pk and question.is_original else "-"

    @admin.display(description="họ và tên")
    def asker_name(self, question):
        return of_asker(question, lambda asker: asker.name)

    @admin.display(description="liên hệ")
    def asker_contact(self, question):
        return of_asker(
            question, lambda asker: " · ".join(filter(None, [asker.email, asker.phone]))
        )

    @admin.display(description="nguyên văn")
    def asker_words(self, question):
        return of_asker(question, lambda asker: asker.words)


def of_asker(question, read):
    """What is known of who asked; a dash once it was deleted, and where an editor wrote it."""
    try:
        return read((question.original or question).asker) or "-"
    except ObjectDoesNotExist:
        return "-"
