"""A fault of a page, and whether a paper was of use."""

from django.shortcuts import redirect, render
from django.urls import reverse

from core.detail import PublicationFormView
from core.guard import visitors
from core.guard.views import public_form
from core.parts import is_part
from core.site import HOME, absolute
from documents.models import Document
from feedback.forms import ReportForm, UsefulnessForm, path_of


@public_form("trang", "da-gui", keep=False)
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
        "canonical": absolute(reverse("feedback:report")),
    }
    return render(request, "feedback/forms/report.html", context)


class UsefulView(PublicationFormView):
    """The form under a paper, or a page of its own; `?tra-loi=co` comes with the answer chosen."""

    def get_queryset(self):
        return Document.objects.all()

    def answer(self):
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
        template = f"feedback/forms/useful{'' if is_part(request) else '_page'}.html"
        return visitors.remember(request, render(request, template, context))
