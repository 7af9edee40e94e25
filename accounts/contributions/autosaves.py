"""What a writer typed and did not save: kept every 20 seconds, offered again, readable for ever."""

from django.contrib.contenttypes.models import ContentType
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.contributions.access import own_article, writers_only
from accounts.contributions.forms import ContributionForm
from core import autosaving
from core.autosave import Autosave
from core.compare import text_of_blocks
from news.models import Article


def own_autosaves(person, article=None):
    """Texts that wait to be taken back, the newest first; not the message that waits alone for
    the day on which its article is sent."""
    about = Autosave.objects.about(Article, article.pk if article else None)
    return about.filter(person=person, data__has_key="title").order_by("-saved_at")


def own_autosave(request, pk):
    kind = ContentType.objects.get_for_model(Article)
    return get_object_or_404(Autosave, pk=pk, content_type=kind, person=request.user)


@writers_only
@require_http_methods(["GET", "POST"])
def autosave(request):
    """Keeps what was typed, if it came along, and tells who else is here."""
    if request.method == "GET":
        return autosaving.token(request)
    number = request.POST.get("_object", "")
    article = own_article(request, number if number.isdecimal() else 0) if number else None
    typed = autosaving.typed_in(request)
    kept = autosaving.keep(request, Article, article) if typed else None
    return autosaving.answer(request, article, kept)


@writers_only
@require_safe
def typed(request, pk):
    """What was typed, as plain text to copy."""
    kept = own_autosave(request, pk)
    fields = ContributionForm.base_fields
    texts = [
        (fields[name].label, text_of_blocks(values[0]) if name == "body" else values[0])
        for name, values in kept.data.items()
        if name in fields and name not in ("version", "category") and any(values)
    ]
    return render(request, "accounts/contributions/typed.html", {"kept": kept, "texts": texts})


@writers_only
@require_POST
def forget(request, pk):
    kept = own_autosave(request, pk)
    kept.delete()
    known = kept.object_id
    return redirect("contributions:article", known) if known else redirect("contributions:list")
