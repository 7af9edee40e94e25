"""The ways to narrow a search down, each with what it leads to."""

from core.vietnamese import SortKey, thousands
from documents.facets import Option, OptionGroup
from documents.models import Issuer
from news.models import Category
from search.candidates import MOST
from search.sources import SHELVES

GROUPS = {"tin-tuc": ("muc", "Chuyên mục", Category), "van-ban": ("co-quan", "Cơ quan", Issuer)}


def kinds(results):
    """Every kind of thing that was found, as options."""
    filters = results.filters
    whole = filters.url(loai="", muc="", **{"co-quan": ""})
    options = [Option("Tất cả", results.number(), whole, filters.shelf is None)]
    for shelf in SHELVES:
        if number := results.number(shelf):
            url = filters.url(loai=shelf.slug, muc="", **{"co-quan": ""})
            options.append(Option(shelf.label, number, url, filters.shelf is shelf))
    return options


def groups(results):
    found = [years(results)]
    if results.filters.shelf and results.filters.shelf.slug in GROUPS:
        found.insert(0, of_shelf(results))
    return [group for group in found if len(group.options) > 2 or chosen(group)]


def chosen(group):
    return not group.options[0].current


def of_shelf(results):
    """The categories or offices of the results; the figures are known where all were counted."""
    filters, shelf = results.filters, results.filters.shelf
    name, label, model = GROUPS[shelf.slug]
    numbers = results.in_groups(shelf)
    names = model.objects.filter(pk__in=numbers).order_by(SortKey("name"))
    current = filters.typed.get(name) if name in filters.chosen else ""
    options = [Option("Tất cả", None, filters.url(**{name: ""}), not current)]
    for each in names:
        number = numbers[each.pk] if results.is_counted(shelf) else None
        url = filters.url(**{"loai": shelf.slug, name: each.slug})
        options.append(Option(each.name, number, url, each.slug == current))
    return OptionGroup(label, options)


def years(results):
    filters, numbers = results.filters, results.years()
    current = filters.chosen.get("nam")
    exact = results.is_counted(filters.shelf)
    options = [Option("Mọi năm", None, filters.url(nam=""), current is None)]
    for year in sorted(numbers, reverse=True):
        number = numbers[year] if exact else None
        url = filters.url(nam=year, tu="", den="")
        options.append(Option(str(year), number, url, year == current))
    return OptionGroup("Năm", options)


def words(number):
    """23; hơn 1.000."""
    return f"hơn {thousands(MOST)}" if number > MOST else thousands(number)
