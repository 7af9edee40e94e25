from django.contrib import admin

from core.admin import PublicationAdmin
from core.editor import EditorAdmin
from news.models import Article, Category, Tag


@admin.register(Category)
class CategoryAdmin(admin.ModelAdmin):
    list_display = ["name", "parent", "position"]
    list_editable = ["position"]
    list_select_related = ["parent"]
    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name"]


@admin.register(Tag)
class TagAdmin(admin.ModelAdmin):
    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name"]


@admin.register(Article)
class ArticleAdmin(EditorAdmin, PublicationAdmin):
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
