"""What the interchange format does not carry: packs, series and relations of the demo's papers."""

from datetime import date

from django.utils.dateparse import parse_datetime

from core.vietnamese import slugify
from documents.models import Document, Pack, PackItem, Relation, Series
from exchange.models import ImportedDocument


def load(lines, origin):
    """Each kind where there is none of it yet. `lines` name papers by their id in the source."""
    rows = ImportedDocument.objects.filter(origin=origin)
    found = {int(number): pk for number, pk in rows.values_list("source_id", "document")}
    if not Relation.objects.exists():
        load_relations(lines, found)
    if not Pack.objects.exists():
        load_packs(lines["packs"], found)
    if not Series.objects.exists():
        load_series(lines["series"], found)


def load_relations(lines, found):
    for number, day in lines["lapsed"].items():
        papers(found[int(number)]).update(lapses_on=date.fromisoformat(day))
    for line in lines["relations"]:
        ends = {end: found[line[end]] for end in ("source", "target")}
        Relation.objects.create(
            source_id=ends["source"], target_id=ends["target"], kind=line["kind"]
        )


def load_packs(lines, found):
    for line in lines:
        pack = Pack.objects.create(
            title=line["title"],
            slug=slugify(line["title"], 80),
            lead=line["lead"],
            status=Pack.Status.PUBLISHED,
            published_at=parse_datetime(line["published_at"]),
        )
        PackItem.objects.bulk_create(
            PackItem(
                pack=pack, document_id=found[item["id"]], heading=item["heading"], position=place
            )
            for place, item in enumerate(line["papers"])
        )


def load_series(lines, found):
    for line in lines:
        series = Series.objects.create(
            name=line["name"], slug=slugify(line["name"]), description=line["description"]
        )
        for issue in line["issues"]:
            papers(found[issue["id"]]).update(
                series=series,
                issue_number=issue["number"],
                issue_month=date.fromisoformat(issue["month"]),
            )


def papers(pk):
    return Document.objects.filter(pk=pk)
