"""Django's own admin for the portal's models: what there is of faults is Django's."""

from django.contrib.admin import AdminSite, ModelAdmin, StackedInline, TabularInline
from django.contrib.auth.models import Group
from django.urls import path

from core.desk import publications
from documents.models import Attachment, Document, Field
from library.models import Gallery, GalleryItem, Picture
from news.models import Article, Category, Tag
from tuyengiao.urls import urlpatterns as ours

site = AdminSite(name="admin")


class Stock(ModelAdmin):
    search_fields = ["pk"]
    search_help_text = "Tìm"
    change_form_template = "admin/change_form.html"
    change_list_template = "admin/change_list.html"


class StockPicture(Stock):
    list_display = ["pk", "alt", "caption", "credit"]
    list_editable = ["alt", "caption", "credit"]

    def get_urls(self):
        """With the address to which a template of ours above the list leads."""
        upload = path("tai-len/", self.changelist_view, name="library_picture_upload")
        return [upload, *super().get_urls()]


class StockArticle(Stock):
    fields = ["title", "category", "lead", "picture", "tags", "source_published_at", "expires_at"]
    autocomplete_fields = ["picture", "tags"]


class Items(TabularInline):
    model = GalleryItem
    autocomplete_fields = ["picture"]
    extra = 0


class StockGallery(Stock):
    fields = ["title", "lead", "expires_at"]
    inlines = [Items]


class Attachments(StackedInline):
    model = Attachment
    fields = ["title", "position"]
    extra = 0


class StockDocument(Stock):
    fields = ["title", "fields", "expires_at"]
    autocomplete_fields = ["fields"]
    inlines = [Attachments]


site.register([Group, Category, Tag, Field], Stock)
site.register(Picture, StockPicture)
site.register(Article, StockArticle)
site.register(Gallery, StockGallery)
site.register(Document, StockDocument)
for model in publications():  # the desk leads to each of them
    if not site.is_registered(model):
        site.register(model, Stock)

urlpatterns = [path("quan-tri/", site.urls), *(p for p in ours if str(p.pattern) != "quan-tri/")]
