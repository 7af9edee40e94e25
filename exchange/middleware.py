"""Old addresses that share the path of our home page."""

from django.http import HttpResponsePermanentRedirect

from exchange.models import OldAddress


class OldHomeMiddleware:
    """WordPress and NukeViet name articles as `/?p=12`: no 404 would ever ask for those."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info == "/" and request.META["QUERY_STRING"]:
            target = OldAddress.objects.target_of(request)
            if target:
                return HttpResponsePermanentRedirect(target)
        return self.get_response(request)
