from django.contrib import admin

from core.admin import PublicationAdmin
from core.admin_editor import EditorAdmin
from files.admin import AttachmentInline, FilesAdmin
from news.admin.royalties import RoyaltiesAdmin
from news.advice import advice
from news.from_word import FromWordAdmin
from news.models import Article, Attachment


class ArticleFiles(AttachmentInline):
    model = Attachment


@admin.register(Article)
class ArticleAdmin(FilesAdmin, RoyaltiesAdmin, FromWordAdmin, EditorAdmin, PublicationAdmin):
    change_form_template = "admin/news/article/change_form.html"
    change_list_template = "admin/news/article/change_list.html"
    list_display = ["title", "category", "state", "published_at", "views"]
    list_filter = [*PublicationAdmin.list_filter, "category", "genre", "language"]
    list_select_related = ["category"]
    autocomplete_fields = [
        "authors",
        "genre",
        "more_categories",
        "photographers",
        "picture",
        "poll",
        "related_by_hand",
        "tags",
        "topic",
    ]
    readonly_fields = ["views"]
    inlines = [ArticleFiles]
    decided_by_publishers = ["pinned_until", "featured_until", "coefficient", "photo_coefficient"]
    fieldsets = [
        (None, {"fields": ["title", "category", "lead", "body", "language"]}),
        ("Ảnh đại diện", {"fields": ["picture", "picture_caption"]}),
        (
            "Tác giả và nguồn",
            {
                "fields": [
                    "authors",
                    "author",
                    "photographers",
                    "photographer",
                    "source",
                    "source_url",
                    "source_published_at",
                ]
            },
        ),
        ("Nhuận bút", {"fields": ["genre", "coefficient", "photo_coefficient"]}),
        (
            "Sắp xếp",
            {
                "fields": [
                    "more_categories",
                    "topic",
                    "tags",
                    "related_by_hand",
                    "poll",
                    "pinned_until",
                    "featured_until",
                    "slug",
                ]
            },
        ),
        ("Đăng bài", {"fields": [*PublicationAdmin.publishing_fields, "views"]}),
    ]

    def get_readonly_fields(self, request, obj=None):
        fixed = super().get_readonly_fields(request, obj)
        may_publish = self.model().allows(request.user, "publish")
        return fixed if may_publish else [*fixed, *self.decided_by_publishers]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["advice"] = advice(obj) if obj else []
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
