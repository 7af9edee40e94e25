"""The menu as a page shows it: entries of two levels, one of them marked as the current one."""

from dataclasses import dataclass, field

from documents.models import Document, Pack
from news.models import Category
from pages.models import MenuItem, StandingPage
from pages.places import FOOTER, PLACES


@dataclass
class Entry:
    """`also`: beginnings of other addresses that lie in it."""

    label: str
    url: str = ""
    also: tuple[str, ...] = ()
    children: list = field(default_factory=list)


def entries(items):
    """(main menu, footer) of the clerk's entries. A menu without any is the house's own: the
    categories and the papers; the help links."""
    if any(item.page_id or item.pack_id or item.series_id for item in items):
        items = shown(items)
    main = [item for item in items if item.menu == MenuItem.Menu.MAIN]
    foot = [item for item in items if item.menu == MenuItem.Menu.FOOTER]
    return tree(main) if main else usual(), [entry(item) for item in foot] or help_links()


def shown(items):
    """Without those that lead to what the public may not see."""
    visible = {
        "page": set(StandingPage.objects.published().values_list("pk", flat=True)),
        "pack": set(Pack.objects.published().values_list("pk", flat=True)),
        "series": set(
            Document.objects.published()
            .exclude(series=None)
            .values_list("series", flat=True)
            .distinct()
        ),
    }
    return [
        item
        for item in items
        if all(
            getattr(item, f"{name}_id") is None or getattr(item, f"{name}_id") in public
            for name, public in visible.items()
        )
    ]


def entry(item):
    place = PLACES.get(item.place)
    if place:
        return Entry(item.label or place.label, place.url, place.also)
    url = item.target.get_absolute_url() if item.target else item.address
    return Entry(str(item), url)


def tree(items):
    """The top entries with those below them; one that leads nowhere and has none is left out."""
    found = []
    for item in items:
        if item.parent_id is None:
            top = entry(item)
            top.children = [entry(child) for child in items if child.parent_id == item.pk]
            found += [top] if top.url or top.children else []
    return found


def usual():
    found = [
        Entry(
            category.name,
            category.get_absolute_url(),
            children=[Entry(c.name, c.get_absolute_url()) for c in category.children_list],
        )
        for category in Category.objects.tree()
    ]
    papers = PLACES["documents"]
    return [*found, Entry(papers.label, papers.url, papers.also)]


def help_links():
    return [Entry(PLACES[name].label, PLACES[name].url) for name in FOOTER]


def current(menu, path):
    """The address of the entry in which a page lies: of all that its path begins with, the
    longest, an entry's own before one that it only has beside; "" where there is none."""
    found = [
        (len(beginning), beginning == own, one.url)
        for top in menu
        for one in (top, *top.children)
        for own in (one.url.partition("?")[0],)
        for beginning in (own, *one.also)
        if len(beginning) > 1 and path.startswith(beginning)
    ]
    return max(found)[2] if found else ""
