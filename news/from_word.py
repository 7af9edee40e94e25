"""A draft from a writer's Word file: text, pictures with their captions, credits."""

from functools import partial
from io import BytesIO

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse

from core.word import WordError, read_docx, with_pictures
from library.markup import image
from library.models import Picture
from news.models import Article, Category

UNTITLED = "Bài chưa có tiêu đề"


class WordForm(forms.Form):
    """`cleaned_data["file"]` is the text read from it, a WordText."""

    category = forms.ModelChoiceField(
        Category.objects.all(), label="Chuyên mục", empty_label="Chọn chuyên mục"
    )
    file = forms.FileField(label="Tệp Word", help_text="Tệp .docx, kèm ảnh trong bài nếu có.")

    def clean_file(self):
        try:
            return read_docx(self.cleaned_data["file"])
        except WordError as error:
            raise ValidationError(str(error)) from error


def described(picture, words):
    """The element of a picture: in the library's words, else in those that Word has."""
    return image(picture, picture.alt or words)


@transaction.atomic
def draft_from(text, category, writer):
    """The draft, and sentences on pictures that the library refused. All of it or nothing."""
    placed, refused = {}, []
    for picture in text.pictures:
        try:
            stored = Picture.objects.add(
                BytesIO(picture.content), caption=picture.caption, created_by=writer
            )
        except ValidationError as error:
            refused.append(f"Ảnh {picture.number}: {' '.join(error.messages)}")
        else:
            placed[picture.number] = partial(described, stored)
    article = Article(
        title=text.title[:500] or UNTITLED,
        category=category,
        lead=text.lead,
        body=with_pictures(text.body_html, placed),
        author=text.author[:200],
        photographer=text.photographer[:200],
        source=text.source[:200],
        created_by=writer,
        updated_by=writer,
    )
    article.full_clean()
    article.save()
    article.remember(writer, new=True)
    return article, refused


class FromWordAdmin:
    """Mixed into the admin of articles: “Nhập từ Word” above the list."""

    def get_urls(self):
        return [self.own_path("tu-word/", self.word_view, "word"), *super().get_urls()]

    def word_view(self, request):
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = WordForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            given = form.cleaned_data
            article, refused = draft_from(given["file"], given["category"], request.user)
            for sentence in [*given["file"].report, *refused]:
                messages.info(request, sentence)
            messages.success(request, "Đã nhập thành bản nháp; hãy đọc lại trước khi gửi duyệt.")
            return HttpResponseRedirect(self.address("change", article.pk))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Nhập từ Word",
            "form": form,
            "media": self.media,
        }
        return TemplateResponse(request, "admin/news/article/word.html", context)
