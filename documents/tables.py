"""The filtered list as a table for spreadsheet programs."""

import csv
from urllib.parse import quote

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.http import StreamingHttpResponse
from django.views.decorators.http import require_safe

from core.pagecache import public_page
from core.sheets import BOM, not_formula
from core.site import absolute
from core.vietnamese import SortKey, day_words
from documents.filters import DocumentFilters
from documents.models import Document

CHUNK = 500  # papers read at once
HEADS = [
    "Số, ký hiệu", "Loại văn bản", "Trích yếu", "Cơ quan ban hành", "Người ký", "Chức vụ",
    "Lĩnh vực", "Ngày ban hành", "Có hiệu lực từ", "Hết hiệu lực từ", "Tình trạng hiệu lực",
    "Lượt xem", "Lượt tải", "Địa chỉ",
]  # fmt: skip


class Echo:
    """What a csv.writer writes to: it hands each line back."""

    def write(self, line):
        return line


@require_safe
@public_page(*DocumentFilters.parameters, keep=False)
def csv_table(request):
    """Every paper of the list, as it is read; nothing of it is held in memory."""
    filters = DocumentFilters(request.GET, request.user)
    papers = filters.sorted_papers().for_list(request.user)
    response = StreamingHttpResponse(
        lines(with_field_names(papers)), content_type="text/csv; charset=utf-8"
    )
    name = quote("Danh mục văn bản.csv")
    response["Content-Disposition"] = f"attachment; filename*=utf-8''{name}"
    return response


def with_field_names(papers):
    """Their fields of work as texts; rows of them would take most of the time."""
    links = Document.fields.through.objects.filter(document=OuterRef("pk"))
    names = links.order_by(SortKey("field__name")).values("field__name")
    return papers.annotate(field_names=ArraySubquery(names))


def lines(papers):
    writer = csv.writer(Echo())
    yield BOM + writer.writerow(HEADS)
    for paper in papers.iterator(chunk_size=CHUNK):
        yield writer.writerow(map(not_formula, row(paper)))


def row(paper):
    state = paper.legal_state
    return [
        paper.symbol, paper.kind.name, paper.title, paper.issuer.name, paper.signer,
        paper.signer_office, ", ".join(paper.field_names),
        *(day_words(day) if day else "" for day in
          (paper.issued_on, paper.effective_on, paper.lapses_on)),
        state.label if state else "", paper.views, paper.downloads,
        absolute(paper.get_absolute_url()),
    ]  # fmt: skip
