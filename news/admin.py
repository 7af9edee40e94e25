from django.contrib import admin

from core.admin import PublicationAdmin
from core.admin_editor import EditorAdmin
from news.advice import advice
from news.from_word import FromWordAdmin
from news.models import Article, Category, Tag


@admin.register(Category)
class CategoryAdmin(admin.ModelAdmin):
    list_display = ["name", "parent", "position"]
    list_editable = ["position"]
    list_select_related = ["parent"]
    search_fields = ["name"]


@admin.register(Tag)
class TagAdmin(admin.ModelAdmin):
    search_fields = ["name"]


@admin.register(Article)
class ArticleAdmin(FromWordAdmin, EditorAdmin, PublicationAdmin):
    change_form_template = "admin/news/article/change_form.html"
    change_list_template = "admin/news/article/change_list.html"
    list_display = ["title", "category", "state", "published_at", "views"]
    list_filter = [*PublicationAdmin.list_filter, "category"]
    list_select_related = ["category"]
    autocomplete_fields = ["picture", "tags"]
    readonly_fields = ["views"]
    fieldsets = [
        (None, {"fields": ["title", "category", "lead", "body"]}),
        ("Ảnh đại diện", {"fields": ["picture", "picture_caption"]}),
        (
            "Tác giả và nguồn",
            {"fields": ["author", "photographer", "source", "source_url", "source_published_at"]},
        ),
        ("Sắp xếp", {"fields": ["tags", "slug"]}),
        ("Đăng bài", {"fields": [*PublicationAdmin.publishing_fields, "views"]}),
    ]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["advice"] = advice(obj) if obj else []
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
