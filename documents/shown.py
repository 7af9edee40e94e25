"""A paper as anybody sees it, in queries that are compiled once."""

from core.compiled import LARGEST, Compiled, Parameter, put
from documents.models import ChangeNote, Document, Field, Relation

OF = Parameter("pk")
OF_PAPER = Document.fields.through.objects.filter(document=OF)
SHOWN = Compiled(lambda: Document.objects.published().for_page().filter(pk=OF))
LINKED = {
    "fields": Compiled(lambda: Field.objects.filter(pk__in=OF_PAPER.values("field"))),
    "relations": Compiled(lambda: Relation.objects.filter(source=OF)),
    "change_notes": Compiled(lambda: ChangeNote.objects.filter(document=OF)),
}


def public_paper(pk):
    """The public paper of this id with its links; None where there is none."""
    found = SHOWN.first(pk=pk) if pk <= LARGEST else None
    if found is not None:
        for name, rows in LINKED.items():
            put(found, name, rows(pk=pk))
    return found
