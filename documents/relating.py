"""What stands in relation to a paper, and what its legal state means for a reader."""

from dataclasses import dataclass, field
from datetime import date

from core.compiled import Compiled, Parameter
from documents.models import Document, LegalState, Relation

Kind = Relation.Kind
INCOMING = Compiled(lambda: Relation.objects.filter(target=Parameter("pk")))

# What a banner says beside the state: where papers are named after it, and where none are.
SENTENCES = {
    LegalState.NOT_YET: "Văn bản đã ban hành nhưng chưa đến ngày có hiệu lực.",
    LegalState.PARTLY: "Một số nội dung của văn bản này không còn hiệu lực.",
    LegalState.ENDED: "Văn bản này không còn hiệu lực. Trang này giữ lại để tra cứu.",
    LegalState.REPLACED: "Văn bản này đã có văn bản khác thay thế. Trang này giữ lại để tra cứu.",
    LegalState.REVOKED: "Văn bản này đã bị thu hồi. Trang này giữ lại để tra cứu.",
}


@dataclass
class Group:
    """Papers in one relation to another one, with its words as that one's page says them."""

    kind: str
    is_reverse: bool
    papers: list = field(default_factory=list)

    @property
    def label(self):
        return Relation.REVERSE[self.kind] if self.is_reverse else Kind(self.kind).label


def groups_of(document, viewer):
    """The relations of a paper, from both sides, with papers that the viewer may see.

    Its own relations are taken as they were read with it: in a preview they are those of the
    working copy, whose number is hidden behind that of the original.
    """
    own = [(relation.kind, False, relation.target_id) for relation in document.relations.all()]
    others = [(relation.kind, True, relation.source_id) for relation in INCOMING(pk=document.pk)]
    if not (own or others):
        return []
    papers = (
        Document.objects.visible_to(viewer)
        .for_list(viewer)
        .in_bulk({pk for _, _, pk in own + others})
    )
    found = {}
    for kind, is_reverse, pk in own + others:
        key = (kind, is_reverse and kind != Kind.RELATED)
        if pk in papers:
            found.setdefault(key, Group(*key)).papers.append(papers[pk])
    order = list(Kind)
    return sorted(found.values(), key=lambda group: (order.index(group.kind), not group.is_reverse))


@dataclass
class Standing:
    """The legal state of a paper with what a reader should know of it."""

    state: LegalState | None
    since: date | None = None
    successors: list = field(default_factory=list)
    amending: list = field(default_factory=list)

    @property
    def sentence(self):
        return SENTENCES.get(self.state, "")

    @property
    def needs_banner(self):
        """Not a paper in force that nothing has touched."""
        return bool(self.sentence or self.amending)


def standing_of(document, groups):
    """`groups`: those of `groups_of`, so a paper that the viewer may not see changes nothing."""
    today = document.today
    successors = [p for p in papers_in(groups, Kind.REPLACES) if not begins_after(p, today)]
    state = document.state_on(today, replaced=bool(successors))
    if state == LegalState.REPLACED:
        since = successors and (successors[0].effective_on or successors[0].issued_on)
        return Standing(state, since or None, successors)
    if state in (LegalState.IN_FORCE, LegalState.PARTLY):
        return Standing(state, amending=papers_in(groups, Kind.AMENDS))
    if state == LegalState.NOT_YET:
        return Standing(state, document.effective_on)
    ended = state == LegalState.ENDED and document.lapses_on
    return Standing(state, document.lapses_on if ended and ended <= today else None)


def begins_after(paper, day):
    return paper.effective_on is not None and paper.effective_on > day


def papers_in(groups, kind):
    """The papers that do `kind` to the one whose groups these are."""
    return [p for group in groups if group.is_reverse and group.kind == kind for p in group.papers]
