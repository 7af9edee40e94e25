"""The form that rates an article: as a page of its own, and as a fragment of the article's page."""

from django.shortcuts import redirect, render
from django.urls import reverse

from core.detail import PublicationFormView
from core.guard import visitors
from news.models import Article
from stats.ratings.forms import RatingForm
from stats.ratings.models import Rating


class FragmentView(PublicationFormView):
    """The figures as they are now, and the form. A POST leads back to it, which says thanks."""

    template_name = "ratings/form.html"

    def get_queryset(self):
        return Article.objects.select_related("category__parent")

    def form_answer(self):
        form = RatingForm(self.request.POST or None, request=self.request, article=self.object)
        if self.request.method == "POST" and form.is_valid() and form.admit(form.save):
            return redirect(self.request.path)
        context = {"article": self.object, "form": form, "breadcrumbs": self.object.breadcrumbs()}
        context["figure"] = Rating.objects.figure_of(self.object)
        return visitors.remember(self.request, render(self.request, self.template_name, context))


class RateView(FragmentView):
    template_name = "ratings/rate.html"

    def address(self):
        return reverse("ratings:rate", args=self.object.address)
