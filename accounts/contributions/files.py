"""Files that a writer sends: a Word file as a draft, a picture for the text."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST
from django.views.generic import FormView

from accounts.contributions.access import writers_only
from accounts.contributions.forms import PictureForm
from accounts.contributions.limits import refusal
from library.models import Picture
from news.from_word import WordForm, draft_from


@method_decorator(writers_only, name="dispatch")
class WordView(FormView):
    form_class = WordForm
    template_name = "accounts/contributions/word.html"

    def form_valid(self, form):
        if sentence := refusal(self.request):
            form.add_error("file", sentence)
            return self.form_invalid(form)
        text, category = form.cleaned_data["file"], form.cleaned_data["category"]
        article, refused = draft_from(text, category, self.request.user)
        for sentence in [*text.report, *refused]:
            messages.info(self.request, sentence)
        messages.success(self.request, "Đã nhập thành bản nháp; hãy đọc lại rồi gửi tòa soạn.")
        return redirect("contributions:article", article.pk)

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=400)


@writers_only
@require_POST
def add_picture(request):
    """Answers with the figure to insert, or with what is wrong."""
    form = PictureForm(request.POST, request.FILES)
    if not form.is_valid():
        error = next(iter(form.errors.values()))[0]
        return JsonResponse({"error": error}, status=400)
    if sentence := refusal(request):
        return JsonResponse({"error": sentence}, status=400)
    given = form.cleaned_data
    upload = given.pop("file")
    picture, _ = Picture.objects.get_or_keep(upload, created_by=request.user, **given)
    context = {"picture": picture, "alt": given["alt"] or picture.alt, "caption": given["caption"]}
    html = render_to_string("accounts/contributions/figure.html", context)
    return JsonResponse({"html": html.strip()})
