"""What a writer fills in."""

import re
from datetime import datetime, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils import timezone
from django.utils.html import linebreaks

from core.forms import PublicationForm, without_maxlength
from core.vietnamese import slugify
from library.models import Picture
from library.uploads import Upload
from news.models import Article

LONGEST = 1_000_000  # characters of a body, as in core.word.reading
OLDEST = 1945  # year of an original
MARKUP = re.compile(r"<[a-zA-Z/!]")
BLANK_LINE = re.compile(r"\n\s*\n")


def paragraphs(text):
    """HTML as it is; what stands between blank lines without any mark-up becomes a paragraph,
    for those who write without the editor."""
    text = text.replace("\r\n", "\n")
    if not MARKUP.search(text):
        return linebreaks(text, autoescape=True)
    parts = BLANK_LINE.split(text)
    return "\n\n".join(p if MARKUP.search(p) else linebreaks(p) for p in parts)


class PictureField(forms.FileField):
    """`cleaned_data` has an Upload: decoded, not stored yet."""

    widget = forms.FileInput(attrs={"accept": "image/*,.heic,.heif"})

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        return Upload.of(file) if file else None


class ContributionForm(PublicationForm):
    picture_file = PictureField(
        label="Tệp ảnh", required=False, help_text="JPEG, PNG, WebP, GIF hoặc HEIC, tối đa 25 MB."
    )
    alt = forms.CharField(
        label="Mô tả cho người không thấy ảnh",
        required=False,
        max_length=300,
        help_text="Nói điều ảnh cho thấy, ví dụ “Đại biểu biểu quyết tại hội trường”.",
    )
    remove_picture = forms.BooleanField(label="Bỏ ảnh này", required=False)
    words = forms.CharField(
        label="Lời nhắn tòa soạn",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Gửi cùng bài; không đăng lên trang.",
    )

    class Meta:
        model = Article
        fields = [
            *("title", "category", "lead", "body", "picture_caption"),
            *("author", "photographer", "source", "source_url", "source_published_at"),
        ]
        widgets = {
            "title": forms.Textarea(attrs={"rows": 2}),
            "lead": forms.Textarea(attrs={"rows": 4}),
            "source_published_at": forms.DateTimeInput(
                attrs={"type": "datetime-local", "max": "9999-12-31T23:59"},
                format="%Y-%m-%dT%H:%M",
            ),
        }
        labels = {"author": "Tác giả bài viết (bút danh)"}
        help_texts = {"lead": "Một đoạn mở đầu, nói điều chính của bài."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["body"].validators.append(MaxLengthValidator(LONGEST))
        self.fields["category"].empty_label = "Chọn chuyên mục"
        without_maxlength(self)
        if self.instance.picture:
            self.initial["alt"] = self.instance.picture.alt
        else:
            del self.fields["remove_picture"]

    def clean_body(self):
        return paragraphs(self.cleaned_data["body"])

    def clean_source_published_at(self):
        moment = self.cleaned_data["source_published_at"]
        if moment and moment > timezone.now() + timedelta(days=1):
            raise ValidationError("Bài gốc không thể đăng sau hôm nay; hãy xem lại ngày, năm.")
        if moment and moment < datetime(OLDEST, 1, 1, tzinfo=timezone.get_current_timezone()):
            raise ValidationError(f"Hãy xem lại năm: sớm nhất là {OLDEST}.")
        return moment

    def clean(self):
        """A draft's address follows its title, unless an editor chose another one."""
        title = self.initial.get("title", "")
        if self.instance.was_never_out and self.instance.slug == slugify(title):
            self.instance.slug = ""
        return super().clean()

    def _post_clean(self):
        super()._post_clean()
        if self.errors and self.cleaned_data.get("picture_file"):
            self.add_error("picture_file", "Các mục khác còn lỗi nên ảnh chưa lưu; hãy chọn lại.")

    def keep(self, by):
        """Save the article with its picture, and a version of it."""
        article, new = self.instance, self.instance.pk is None
        if new:
            article.created_by = by
        else:
            article.locked().keep_stored()
        article.updated_by, article.picture = by, self.picture(by)
        article.save()
        if new or set(self.changed_data) - {"words"}:
            article.remember(by, new=new)
        return article

    def picture(self, by):
        """The article's picture from now on. Its description is the writer's to change where
        the picture is, or where it has none."""
        upload, alt = self.cleaned_data["picture_file"], self.cleaned_data["alt"]
        picture = self.instance.picture
        if upload:
            picture, _ = Picture.objects.get_or_keep(upload, alt=alt, created_by=by)
        elif self.cleaned_data.get("remove_picture"):
            return None
        if picture and alt not in ("", picture.alt) and may_describe(by, picture):
            picture.alt = alt
            picture.save(update_fields=["alt"])
        return picture


def may_describe(person, picture):
    return not picture.alt or picture.created_by_id == person.pk


class PictureForm(forms.Form):
    """A picture for the text."""

    file = PictureField(label="Tệp ảnh")
    alt = forms.CharField(max_length=300, required=False)
    caption = forms.CharField(max_length=500, required=False)
