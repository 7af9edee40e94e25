"""The menus and the side column."""

from django.contrib import admin

from core.admin_names import NamedInputsAdmin
from pages.admin.told import ToldAdmin
from pages.models import ColumnBlock, MenuItem

TARGETS = ["category", "page", "pack", "series", "place", "address"]


class ChildInline(NamedInputsAdmin, admin.TabularInline):
    """The second level, edited with the first."""

    model = MenuItem
    fields = ["label", *TARGETS, "position"]
    extra = 0
    verbose_name = "mục con"
    verbose_name_plural = "mục con"
    autocomplete_fields = ["category", "page", "pack", "series"]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.is_relation and field:
            field.widget.can_add_related = field.widget.can_change_related = False
        return field


@admin.register(MenuItem)
class MenuItemAdmin(ToldAdmin, admin.ModelAdmin):
    """Without any row the menu shows the categories and the papers."""

    list_display = ["__str__", "menu", "position"]
    list_editable = ["position"]
    list_filter = ["menu"]
    show_facets = admin.ShowFacets.NEVER
    autocomplete_fields = ["category", "page", "pack", "series"]
    fieldsets = [
        (None, {"fields": ["menu", "label", "position"]}),
        (
            "Dẫn tới (chọn một)",
            {
                "fields": TARGETS,
                "description": "Mục có mục con thì có thể bỏ trống, nhưng phải có chữ.",
            },
        ),
    ]
    inlines = [ChildInline]

    def get_queryset(self, request):
        """Entries of the second level are edited with the one above them."""
        return super().get_queryset(request).filter(parent=None).with_targets()

    def get_inlines(self, request, obj):
        return [] if obj and obj.menu == MenuItem.Menu.FOOTER else self.inlines


@admin.register(ColumnBlock)
class ColumnBlockAdmin(ToldAdmin, admin.ModelAdmin):
    """Without any row every block stands there."""

    list_display = ["component", "title", "count", "position"]
    list_display_links = ["component"]
    list_editable = ["title", "count", "position"]
