"""What can be searched: each app puts its things on a shelf, behind its own public door."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.safestring import SafeString

from core.arrays import IsOneOf
from search.following import Source


@dataclass
class Hit:
    """A result as it is shown. `facts`: what stands above the title, beside the kind and the
    day; `place`: (words, address) of the page of a file in which the passage stands."""

    kind: str
    title: SafeString
    url: str
    day: date
    facts: list = field(default_factory=list)
    symbol: str = ""
    passage: SafeString = ""
    place: tuple = ()


class Shelf:
    """A subclass names its things.

    `source`: what the search table knows of them, of whose numbers `numbers_for(user)` are looked
    through; `slug` and `label`: in the address and on the page; `kind`: of one thing;
    `group`: the column that a further filter narrows down by, if any.
    """

    source: Source
    slug: str
    label: str
    kind: str
    group = ""

    @property
    def numbers(self):
        """Those that a search may look through at all: what is not published is in none."""
        return tuple(n for n in (self.source.public, self.source.members) if n is not None)

    def numbers_for(self, user):
        return self.numbers

    def search(self, user):
        """What this person may see: the queryset that every result passes."""
        raise NotImplementedError

    def groups_of(self, user, ids):
        """{pk: value of `group`} of those that this person may see. A thousand ids are one array:
        Django would write, and PostgreSQL read, each by itself, and a query of them be joined."""
        rows = self.search(user).order_by().filter(IsOneOf("pk", list(ids)))
        return dict(rows.values_list("pk", self.group or "pk"))

    def titles(self, user, ids):
        return dict(self.search(user).order_by().filter(pk__in=ids).values_list("pk", "title"))

    def for_links(self, things):
        """The same things with what their names and addresses need."""
        return things

    def name_of(self, thing):
        return thing.title

    def hits(self, user, ids, marker):
        """{pk: Hit} for the results of a page."""
        raise NotImplementedError
