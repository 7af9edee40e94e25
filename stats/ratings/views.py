"""The form that rates an article: a page of its own, or a part of the article's page."""

from django.shortcuts import redirect, render

from core.detail import PublicationFormView
from core.guard import visitors
from core.parts import is_part
from news.models import Article
from stats.ratings.forms import RatingForm
from stats.ratings.models import Rating


class RateView(PublicationFormView):
    """The figures as they are now, and the form. A POST leads back to it, which says thanks."""

    def get_queryset(self):
        return Article.objects.select_related("category__parent")

    def answer(self):
        form = RatingForm(self.request.POST or None, request=self.request, article=self.object)
        if self.request.method == "POST" and form.is_valid() and form.admit(form.save):
            return redirect(self.request.path)
        context = {"article": self.object, "form": form, "breadcrumbs": self.object.breadcrumbs()}
        context["figure"] = Rating.objects.figure_of(self.object)
        template = "ratings/form.html" if is_part(self.request) else "ratings/rate.html"
        return visitors.remember(self.request, render(self.request, template, context))
