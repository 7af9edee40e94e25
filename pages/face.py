"""What stands around every page: names, colours, what runs now, menus."""

from dataclasses import dataclass, field, replace

from django.db import connection

from pages import menu
from pages.models import Banner, MenuItem, Notice, SiteSettings, Slide, Slogan

NOTICES = 3  # at once; more would push the page away


@dataclass(frozen=True)
class Face:
    """The same for every visitor, so it may be kept as long as the edition is."""

    site: SiteSettings
    slogan: str = ""
    banner: Banner | None = None
    notices: list = field(default_factory=list)
    slides: list = field(default_factory=list)
    main_menu: list = field(default_factory=list)
    footer_menu: list = field(default_factory=list)

    def showing(self, row):
        """The same with one row that is not stored yet, for its preview."""
        match row:
            case SiteSettings():
                return replace(self, site=row)
            case Slogan():
                return replace(self, slogan=row.text)
            case Banner():
                return replace(self, banner=row)
            case Notice():
                others = [notice for notice in self.notices if notice.pk != row.pk]
                return replace(self, notices=[row, *others][:NOTICES])
            case Slide():
                return replace(self, slides=[row, *(s for s in self.slides if s.pk != row.pk)])
        raise TypeError(row)


def load():
    """Most of the time little of it runs, so one query tells what there is to ask for."""
    rows = {
        "slogan": Slogan.objects.running().newest_first(),
        "banner": Banner.objects.running().newest_first().select_related("picture"),
        "notices": Notice.objects.running().newest_first(),
        "slides": Slide.objects.shown(),
        "menu": MenuItem.objects.with_targets(),
    }
    found = {name: rows[name] for name in nonempty(rows)}
    main, footer = menu.entries(list(found.get("menu", [])))
    slogan = first(found.get("slogan"))
    return Face(
        site=SiteSettings.load(),
        slogan=slogan.text if slogan else "",
        banner=first(found.get("banner")),
        notices=list(found.get("notices", [])[:NOTICES]),
        slides=list(found.get("slides", [])),
        main_menu=main,
        footer_menu=footer,
    )


def first(rows):
    return rows.first() if rows is not None else None


def nonempty(rows):
    """The names of those querysets that have a row, in one query."""
    asked = [each.order_by().values("pk")[:1].query.sql_with_params() for each in rows.values()]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT " + ", ".join(f"EXISTS ({sql})" for sql, _ in asked),
            [value for _, values in asked for value in values],
        )
        return [name for name, there in zip(rows, cursor.fetchone(), strict=True) if there]
