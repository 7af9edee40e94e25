"""The steps that a writer takes alone, by POST."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from accounts.contributions.access import own_article, writers_only
from core import preview
from core.workflow import ALL_STEPS, RefusedError

WRITERS_STEPS = [step for step in ALL_STEPS if step.action == "submit"]


@writers_only
@require_POST
def take(request, pk, name):
    """Send an article as it is stored, throw it into the bin, take it out again."""
    article = own_article(request, pk)
    step = next((step for step in WRITERS_STEPS if step.name == name), None)
    if step is None:
        raise Http404
    try:
        article.take(step.name, request.user)
    except RefusedError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"“{article}”: {step.done}.")
    return redirect("contributions:article", article.pk)


@writers_only
@require_safe
@preview.private
def show(request, pk):
    """The page that the article will be."""
    return preview.page_of(request, own_article(request, pk))
