"""Addresses that are not there, or no more."""

from django.http import HttpResponsePermanentRedirect
from django.shortcuts import render

from exchange import missing
from exchange.models import OldAddress


def not_found(request, exception):
    """404, unless the address is an old one: then on to what it showed."""
    target = OldAddress.objects.target_of(request)
    if target:
        return HttpResponsePermanentRedirect(target)
    missing.note(request)
    return render(request, "404.html", status=404)
