"""Where in the files of a paper the words stand that were asked for."""

from typing import NamedTuple

from django.utils.safestring import SafeString

from core.searching import search_query
from documents.models import Attachment
from search.highlight import snippet


class Passage(NamedTuple):
    attachment: Attachment
    page: int
    text: SafeString


def passages(papers, query):
    """{number of the paper: the first passage with these words in what it offers}. `papers` have
    their `files`."""
    if not papers or not query:
        return {}
    places = {file.pk: file for paper in papers for file in paper.files}
    hits = Attachment.objects.filter(pk__in=places, stored__pages__search=search_query(query))
    first = hits.order_by("document_id", "position", "number", "stored__pages__number").distinct(
        "document_id"
    )
    rows = first.values_list("pk", "stored__pages__number", "stored__pages__text")
    found = (Passage(places[pk], page, snippet(text, query)) for pk, page, text in rows)
    return {passage.attachment.document_id: passage for passage in found}
