"""Pages are read after their publication; their citations are stored for the lists.

Triggers queue each page whose text changed (documents/sql/unread_pages.sql), a job empties the
queue. A batch is one transaction: a killed worker leaves its pages in the queue.
"""

from collections import defaultdict

from django.db import connection, transaction
from django.utils.html import escape

from documents.citations.markup import PageText
from documents.citations.parser import find_citations
from documents.models import Citation, Document, UnreadPage
from documents.symbols import MAX_LENGTH
from files.models import FilePage
from news.models import Article

BATCH = 500  # pages a transaction
LOCK = 0x63697465  # "cite": one reader at a time, or an older text could be stored last


def parts_of(page) -> list[str]:
    """The texts of an article or a paper that its page shows with links, as HTML."""
    if isinstance(page, Article):
        return [escape(page.title), escape(page.lead), page.body]
    return [escape(page.title)]


def files_of(page) -> list[str]:
    """The texts of the files that a page offers, as HTML, page by page."""
    files = page.attachments.offered().values("stored")
    pages = FilePage.objects.filter(file__in=files).order_by("file", "number")
    return [escape(text) for text in pages.values_list("text", flat=True)]


def read_batch(limit=BATCH) -> int:
    """Read the first pages of the queue; how many entries that emptied."""
    with transaction.atomic():
        if not _alone():
            return 0
        entries = list(UnreadPage.objects.order_by("pk")[:limit])
        UnreadPage.objects.filter(pk__in=[entry.pk for entry in entries]).delete()
        articles = Article.objects.filter(pk__in={e.article_id for e in entries} - {None})
        documents = Document.objects.filter(pk__in={e.document_id for e in entries} - {None})
        _store("article_id", articles.only("title", "lead", "body"))
        _store("document_id", documents.only("title"))
    return len(entries)


def _alone():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        return cursor.fetchone()[0]


def _store(link, pages):
    """Write what changed: a citation that is there still keeps what an editor made of it."""
    offered = pages.model.attachments.rel.related_model.objects.offered()
    with_files = set(
        offered.filter(**{f"{link}__in": pages.values("pk")}).values_list(link, flat=True)
    )
    wanted = {}
    for page in pages:
        texts = parts_of(page) + (files_of(page) if page.pk in with_files else [])
        for citation in citations_in(texts):
            row = _row(citation, {link: page.pk})
            wanted.setdefault(_identity(row, link), row)
    stored = Citation.objects.filter(**{f"{link}__in": [page.pk for page in pages]})
    gone = [row.pk for row in stored if wanted.pop(_identity(row, link), None) is None]
    Citation.objects.filter(pk__in=gone).delete()
    Citation.objects.bulk_create(wanted.values())


def citations_in(texts):
    """Each paper that a page names once; malformed citations only where no proper one is."""
    found = defaultdict(list)
    for citation in find_citations(PageText(texts).text):
        found[citation.identity].append(citation)
    return [min(same, key=lambda citation: citation.is_doubtful) for same in found.values()]


def _row(citation, page):
    return Citation(
        symbol=citation.symbol[:MAX_LENGTH],
        key=citation.key[:MAX_LENGTH],
        kind_name=citation.name,
        rival=citation.rival,
        issued_on=citation.on,
        is_doubtful=citation.is_doubtful,
        **page,
    )


def _identity(row, link):
    return getattr(row, link), row.key, row.issued_on, row.rival, row.is_doubtful
