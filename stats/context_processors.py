"""What the footer shows of the figures."""

from django.utils.functional import SimpleLazyObject

from stats.models import VisitSummary


def visits(request):
    return {"visits": SimpleLazyObject(VisitSummary.load)}
