"""The demo board's face: slogans, strip, picture links, pages, people, calendar, menu."""

from django.utils.dateparse import parse_datetime

from core.vietnamese import slugify
from exchange.demo_newsroom import picture
from exchange.demo_speakers import moment
from exchange.models import ImportedArticle
from news.models import Category
from pages.models import MenuItem, PictureLink, Slide, Slogan, StandingPage, Unit, WorkEvent


def load(folder, lines, origin):
    """Each kind where there is none of it yet. `lines` name articles by their id in the source."""
    kinds = [
        (Slogan, lambda: load_slogans(lines["slogans"])),
        (Slide, lambda: load_slides(lines["slides"], origin)),
        (PictureLink, lambda: load_links(folder, lines["links"])),
        (StandingPage, lambda: load_pages(lines["pages"])),
        (Unit, lambda: load_units(lines["units"])),
        (WorkEvent, lambda: load_events(lines["events"])),
        (MenuItem, lambda: load_menu(lines["menu"])),
    ]
    for model, make in kinds:
        if not model.objects.exists():
            make()


def load_slogans(lines):
    for line in lines:
        times = (parse_datetime(line[end]) if end in line else None for end in ("from", "to"))
        starts_at, ends_at = times
        Slogan.objects.create(text=line["text"], starts_at=starts_at, ends_at=ends_at)


def load_slides(lines, origin):
    rows = ImportedArticle.objects.filter(origin=origin)
    found = {int(number): pk for number, pk in rows.values_list("source_id", "article")}
    for place, line in enumerate(lines):
        article = found.get(line.get("article"))
        words = {name: line.get(name, "") for name in ("title", "address")}
        if article or words["address"]:
            Slide.objects.create(article_id=article, position=place, **words)


def load_links(folder, lines):
    for place, line in enumerate(lines):
        shown = picture(folder, f"pictures/{line['picture']}")
        words = {name: line[name] for name in ("title", "alt", "address")}
        PictureLink.objects.create(picture=shown, position=place, **words)


def load_pages(lines):
    for line in lines:
        StandingPage.objects.create(
            slug=slugify(line["title"]),
            status=StandingPage.Status.PUBLISHED,
            published_at=parse_datetime("2026-01-05T08:00:00+07:00"),
            **line,
        )


def load_units(lines):
    for place, line in enumerate(lines):
        people = line.pop("contacts")
        unit = Unit.objects.create(position=place, **line)
        for order, person in enumerate(people):
            unit.contacts.create(position=order, **person)


def load_events(lines):
    """Their days are counted from today."""
    for line in lines:
        day, ends = line.pop("in_days"), line.pop("to", None)
        starts_at = moment(day, line.pop("from"))
        ends_at = moment(day, ends) if ends else None
        WorkEvent.objects.create(starts_at=starts_at, ends_at=ends_at, **line)


def load_menu(lines, parent=None):
    for place, line in enumerate(lines):
        item = MenuItem.objects.create(
            parent=parent,
            position=place,
            label=line.get("label", ""),
            place=line.get("place", ""),
            category=Category.objects.filter(name=line.get("category")).first(),
            page=StandingPage.objects.filter(title=line.get("page")).first(),
        )
        load_menu(line.get("children", below(item.category)), item)


def below(category):
    """Entries for the subcategories of a category."""
    children = Category.objects.filter(parent=category) if category else []
    return [{"category": child.name} for child in children]
