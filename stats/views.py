"""The beacon that a page sends when it is looked at."""

from django.apps import apps
from django.http import HttpResponse, HttpResponseBadRequest
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from stats.models import COUNTED, Hit
from stats.robots import is_robot


@csrf_exempt  # it changes nothing but a counter, and its page holds no token
@never_cache
@require_POST
def seen(request):
    """`noi=<thing>-<id>`: somebody looks at a public page. 204 once the view is stored."""
    thing, _, number = request.POST.get("noi", "").rpartition("-")
    if thing not in COUNTED or not (number.isascii() and number.isdecimal() and len(number) < 19):
        return HttpResponseBadRequest()
    elsewhere = request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin"
    works_here = request.user.is_authenticated and request.user.is_staff
    if not (elsewhere or works_here or is_robot(request)):
        publications = apps.get_model(COUNTED[thing]).objects.visible_to(request.user)
        if publication := publications.filter(pk=number).only("pk").first():
            Hit.objects.count_one("view", publication)
    return HttpResponse(status=204)
