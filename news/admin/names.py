"""What articles are sorted by, and who wrote them."""

from django.contrib import admin
from django.db.models import Q

from library.uses import LIMIT, Use
from news.models import Article, Author, Category, Genre, Tag, Topic


@admin.register(Category)
class CategoryAdmin(admin.ModelAdmin):
    list_display = ["name", "parent", "position"]
    list_editable = ["position"]
    list_select_related = ["parent"]
    search_fields = ["name"]


@admin.register(Tag)
class TagAdmin(admin.ModelAdmin):
    search_fields = ["name"]


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin):
    search_fields = ["name"]
    autocomplete_fields = ["picture"]
    fields = ["name", "description", "picture", "slug"]


@admin.register(Author)
class AuthorAdmin(admin.ModelAdmin):
    list_display = ["name", "full_name", "user"]
    list_select_related = ["user"]
    search_fields = ["name", "full_name"]
    autocomplete_fields = ["user", "picture"]
    fields = ["name", "full_name", "user", "about", "picture", "slug"]

    def get_readonly_fields(self, request, obj=None):
        """Accounts are chosen by those who may see them."""
        return [] if request.user.has_perm("accounts.view_user") else ["user"]

    def get_deleted_objects(self, objs, request):
        """An article holds its authors as one is held by a foreign key."""
        deleted, counts, missing, held = super().get_deleted_objects(objs, request)
        named = Article.objects.filter(Q(authors__in=objs) | Q(photographers__in=objs)).distinct()
        held += [Use.of(article, "bài viết").as_link() for article in named.only("title")[:LIMIT]]
        return deleted, counts, missing, held


@admin.register(Genre)
class GenreAdmin(admin.ModelAdmin):
    list_display = ["name", "usual_coefficient", "usual_photo_coefficient", "position"]
    list_editable = ["usual_coefficient", "usual_photo_coefficient", "position"]
    search_fields = ["name"]
