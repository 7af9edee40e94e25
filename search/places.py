"""The page of a file where the words of a query stand."""

from typing import NamedTuple

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F

from files.models import Attachment
from search.query import Query, lexemes


class Place(NamedTuple):
    attachment: Attachment
    page: int
    text: str

    def link(self, owner):
        """(words, address) under the owner's address."""
        setattr(self.attachment, self.attachment.OWNER, owner)
        return f"{self.attachment}, trang {self.page}", self.attachment.get_page_url(self.page)


def places(model, ids, query: Query):
    """{owner's number: Place}: the page of its files with most of the words, near each other.
    `model`: the Attachment of these owners."""
    every, some = raw(query.words, " & "), raw(query.words, " | ")
    owner = f"{model.OWNER}_id"
    theirs = {f"{owner}__in": ids, "stored__pages__search": some}
    best = model.objects.offered().filter(**theirs).annotate(
        page=F("stored__pages__number"),
        text=F("stored__pages__text"),
        near=SearchRank(F("stored__pages__search"), every, cover_density=True),
        often=SearchRank(F("stored__pages__search"), some, cover_density=True),
    )  # fmt: skip
    rows = best.order_by(owner, "-near", "-often", "position", "number", "page").distinct(owner)
    return {
        getattr(row, owner): Place(row, row.page, " ".join(row.text.split()))
        for row in rows.select_related("stored")
    }


def raw(words, joint):
    """A query over `FilePage.search`, whose words are plain keys."""
    return SearchQuery(lexemes(words, joint), config="simple", search_type="raw")
