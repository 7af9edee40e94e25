"""The demo: a board of an invented province, written for this project (demo/)."""

import json
from pathlib import Path

from django.db import transaction

from accounts.models import User
from exchange import (
    demo_face,
    demo_feedback,
    demo_newsroom,
    demo_polls,
    demo_shelves,
    demo_speakers,
    demo_visits,
)
from exchange.demo_people import ensure_people
from exchange.folder import import_path
from exchange.names import Names
from news.models import Article, Category
from pages.models import SiteSettings

ORIGIN = "demo"


def is_empty() -> bool:
    """Whether nobody has used this portal yet."""
    return not Article.objects.exists() and not User.objects.exists()


def load(folder: Path, accounts: Path, report) -> list[str]:
    """Make what is missing of the demo, all of it or nothing; see `ensure_people` for the rest.

    The file of accounts is written before the commit: a run that is killed between the two
    leaves passwords that the next one gives to its people.
    """
    with transaction.atomic():
        load_categories(json.loads((folder / "categories.json").read_text()))
        load_site(json.loads((folder / "site.json").read_text()))
        import_path(folder, report, origin=ORIGIN)
        demo_newsroom.load(folder, json.loads((folder / "newsroom.json").read_text()), ORIGIN)
        demo_shelves.load(json.loads((folder / "shelves.json").read_text()), ORIGIN)
        demo_face.load(folder, json.loads((folder / "face.json").read_text()), ORIGIN)
        demo_polls.load(json.loads((folder / "polls.json").read_text()))
        strangers = ensure_people(accounts)
        demo_speakers.load(json.loads((folder / "speakers.json").read_text()), ORIGIN)
        demo_feedback.load(json.loads((folder / "feedback.json").read_text()))
        demo_visits.load()
        return strangers


def load_categories(tree, parent=None):
    names = Names(Category)
    for node in tree:
        more = {"description": node["description"], "parent_id": parent}
        (pk,) = names.ids({node["name"]: more}).values()
        load_categories(node.get("children", []), pk)


def load_site(lines):
    if not SiteSettings.objects.exists():
        SiteSettings.objects.create(**lines)
