"""Several pictures at once: dropped on a page or chosen in a plain form."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import JsonResponse
from django.template.loader import render_to_string
from django.views.generic import FormView

from library.models import Gallery, Picture


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """All the files that were chosen, as a list; each is looked at later, by itself."""

    widget = FilesInput(attrs={"accept": "image/*,.heic,.heif"})

    def clean(self, data, initial=None):
        if not data:
            raise ValidationError("Hãy chọn ít nhất một ảnh.")
        return data


class UploadForm(forms.ModelForm):
    files = FilesField(
        label="Ảnh", help_text="JPEG, PNG, WebP, GIF, HEIC; mỗi ảnh tối đa 25 MB, mỗi lần 50 ảnh."
    )
    gallery = forms.ModelChoiceField(
        Gallery.objects.none(), required=False, widget=forms.HiddenInput
    )

    class Meta:
        model = Picture
        fields = ["credit", "source"]
        labels = {"credit": "Người chụp", "source": "Nguồn"}
        help_texts = {"credit": "Ghi cho tất cả các ảnh gửi lần này."}


@dataclass
class Answer:
    """What became of one file."""

    name: str
    picture: Picture | None = None
    added: bool = False
    error: str = ""

    @property
    def html(self):
        return render_to_string("admin/library/picture/answer.html", {"answer": self})

    def as_json(self):
        return {
            "name": self.name,
            "picture": self.picture and self.picture.pk,
            "added": self.added,
            "error": self.error,
            "html": self.html,
        }


class UploadView(FormView):
    """GET shows the form; POST stores, and answers as JSON where that is asked for."""

    template_name = "admin/library/picture/upload.html"
    form_class = UploadForm
    model_admin = None
    http_method_names = ["get", "post"]

    def dispatch(self, request, *args, **kwargs):
        if not self.model_admin.has_add_permission(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        return {"gallery": self.request.GET.get("chum-anh")}

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        form.fields["gallery"].queryset = self.galleries()
        return form

    def galleries(self):
        """The galleries to which this person may add."""
        admin = self.model_admin.admin_site.get_model_admin(Gallery)
        pk = self.request.POST.get("gallery") or self.request.GET.get("chum-anh") or ""
        gallery = Gallery.objects.filter(pk=pk).first() if pk.isdecimal() else None
        may = gallery is not None and admin.has_change_permission(self.request, gallery)
        return Gallery.objects.filter(pk=gallery.pk) if may else Gallery.objects.none()

    def form_valid(self, form):
        answers = [self.answer(file, form) for file in form.cleaned_data["files"]]
        return self.answered(form, answers)

    def form_invalid(self, form):
        if self.request.accepts("text/html"):
            return self.render_to_response(self.get_context_data(form=form), status=400)
        return JsonResponse({"answers": [], "errors": form.errors}, status=400)

    def answer(self, file, form):
        fields = {name: form.cleaned_data[name] for name in ("credit", "source")}
        try:
            picture, added = Picture.objects.get_or_add(
                file, created_by=self.request.user, **fields
            )
        except ValidationError as error:
            return Answer(file.name, error=error.messages[0])
        if gallery := form.cleaned_data["gallery"]:
            gallery.append(picture)
        if added:
            self.model_admin.log_addition(self.request, picture, [{"added": {}}])
        return Answer(file.name, picture, added)

    def answered(self, form, answers):
        status = 200 if any(answer.picture for answer in answers) else 400
        if not self.request.accepts("text/html"):
            return JsonResponse({"answers": [a.as_json() for a in answers]}, status=status)
        return self.render_to_response(
            self.get_context_data(form=form, answers=answers), status=status
        )

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            **self.model_admin.admin_site.each_context(self.request),
            "title": "Tải nhiều ảnh lên",
            "opts": Picture._meta,
            "gallery": self.galleries().first(),
        }
