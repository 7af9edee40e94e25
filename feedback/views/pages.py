"""A fault of a page, and whether a paper was of use."""

from django.shortcuts import redirect, render
from django.urls import reverse

from core.detail import PublicationFormView
from core.guard import visitors
from core.guard.views import form_page
from core.site import HOME
from documents.models import Document
from feedback.forms import ReportForm, UsefulnessForm, path_of


@form_page
def report(request):
    """`?trang=` is the path of the page; what stands there is only kept and shown."""
    path = path_of(request.GET.get("trang", ""))
    form = ReportForm(request.POST or None, request=request, initial={"path": path})
    if request.method == "POST" and form.is_valid() and form.admit(form.save):
        return redirect(f"{reverse('feedback:report')}?da-gui=1")
    context = {
        "form": form,
        "path": path,
        "is_sent": "da-gui" in request.GET,
        "breadcrumbs": [HOME],
    }
    return render(request, "feedback/forms/report.html", context)


class UsefulFragmentView(PublicationFormView):
    """The form under a paper; `?tra-loi=co` comes with the answer chosen."""

    template_name = "feedback/forms/useful.html"

    def get_queryset(self):
        return Document.objects.all()

    def form_answer(self):
        request = self.request
        form = UsefulnessForm(request.POST or None, request=request, document=self.object)
        if request.method == "POST" and form.is_valid() and form.admit(form.save):
            return redirect(request.path)
        if "tra-loi" in request.GET and not form.own:
            form.initial["answer"] = request.GET["tra-loi"]
        context = {
            "document": self.object,
            "form": form,
            "is_thanked": bool(form.own) and not form.is_bound,
            "breadcrumbs": self.object.breadcrumbs(),
        }
        return visitors.remember(request, render(request, self.template_name, context))


class UsefulView(UsefulFragmentView):
    template_name = "feedback/forms/useful_page.html"

    def address(self):
        return reverse("feedback:useful", args=self.object.address)
