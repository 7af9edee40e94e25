"""Where very many ballots came from one network within an hour: shown to editors, who judge. An
office that votes together looks the same as a script."""

from core.guard.models import NetworkCount
from polls.forms import guard_name

MANY = 30
SHOWN = 50


def bursts_of(poll):
    """The largest NetworkCounts of a poll. The network behind one is unknown from the next day."""
    found = NetworkCount.objects.filter(form=guard_name(poll), count__gte=MANY)
    return found.order_by("-count", "-hour")[:SHOWN]
