"""Addresses of former sites."""

from django.http import HttpResponsePermanentRedirect
from django.shortcuts import render

from exchange.models import OldAddress


def not_found(request, exception):
    """404, unless an old site had this address: then on to what it showed."""
    target = OldAddress.objects.target_of(request)
    if target:
        return HttpResponsePermanentRedirect(target)
    return render(request, "404.html", status=404)
