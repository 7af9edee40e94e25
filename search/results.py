"""What a search found, as this person may know it."""

from collections import Counter

from django.utils.functional import cached_property

from search import ranking
from search.candidates import MOST, candidates, nearly
from search.highlight import Marker
from search.sources import SHELVES


class Results:
    """Of a Query under Filters. Nothing that the public door does not show is in any figure."""

    def __init__(self, query, filters, user):
        self.query, self.filters, self.user = query, filters, user

    @cached_property
    def found(self):
        """{shelf: {Key: Candidate}}; `is_near`: whether they lack a word."""
        found = self._visible(candidates)
        self.is_near = not any(found.values())
        return self._visible(nearly) if self.is_near else found

    @cached_property
    def groups(self):
        """{shelf: {pk: its category or issuer}}, filled as `found` is read."""
        return {}

    def _visible(self, find):
        filters, found = self.filters, {}
        narrow = filters.shelf if filters.group else None
        for shelves, bounds in (
            ([s for s in SHELVES if s is not narrow], filters.bounds),
            ([narrow] if narrow else [], filters.narrow_bounds),
        ):
            numbers = [n for shelf in shelves for n in shelf.numbers_for(self.user)]
            met = find(self.query, numbers, bounds) if numbers else {}
            for shelf in shelves:
                found[shelf] = self._through_the_door(shelf, met)
        return found

    def _through_the_door(self, shelf, met):
        numbers = shelf.numbers
        mine = {key: candidate for key, candidate in met.items() if key.shelf in numbers}
        ids = [key.pk for key in mine]
        self.groups[shelf] = shelf.groups_of(self.user, ids) if ids else {}
        return {key: c for key, c in mine.items() if key.pk in self.groups[shelf]}

    def number(self, shelf=None):
        """How many there are, up to MOST + 1; of all shelves without one."""
        if shelf is None:
            return sum(map(self.number, SHELVES))
        return min(MOST + 1, len(self.found[shelf]))

    def is_counted(self, shelf=None):
        """Whether the number is all that there is."""
        return all(self.number(s) <= MOST for s in ([shelf] if shelf else SHELVES))

    @cached_property
    def shown(self):
        """The Candidates of the chosen shelf, or of all."""
        shelf = self.filters.shelf
        chosen = [self.found[shelf]] if shelf else [self.found[s] for s in SHELVES]
        return [candidate for found in chosen for candidate in found.values()]

    @cached_property
    def in_order(self):
        if self.filters.by_date:
            return ranking.by_date(self.shown)[:MOST]
        return ranking.by_fitness(self.shown, self.query, self.titles)[:MOST]

    def titles(self, keys):
        return self._each(keys, lambda shelf, ids: shelf.titles(self.user, ids))

    def hits(self, page):
        """The Hits of a page of Candidates."""
        marker = Marker(self.query)
        keys = [candidate.key for candidate in page]
        found = self._each(keys, lambda shelf, ids: shelf.hits(self.user, ids, marker))
        return [found[key] for key in keys if key in found]

    def years(self):
        """{year: number of what is shown}."""
        return Counter(candidate.day.year for candidate in self.shown)

    def in_groups(self, shelf):
        """{category or issuer: number of what is found}."""
        return Counter(self.groups[shelf][key.pk] for key in self.found[shelf])

    def _each(self, keys, ask):
        found = {}
        for shelf in SHELVES:
            numbers = shelf.numbers
            mine = [key for key in keys if key.shelf in numbers]
            told = ask(shelf, [key.pk for key in mine]) if mine else {}
            found |= {key: told[key.pk] for key in mine if key.pk in told}
        return found
