"""The board's own face: names, colours, what runs for a time, menus, pages, people, the week."""

from pages.models.column import ColumnBlock
from pages.models.home import HomeBlock, HomeLead
from pages.models.menus import MenuItem
from pages.models.organisation import Contact, Unit
from pages.models.running import Banner, Notice, PictureLink, Slide, Slogan
from pages.models.site import SiteSettings
from pages.models.standing import StandingPage
from pages.models.week import WorkEvent

__all__ = [
    "Banner",
    "ColumnBlock",
    "Contact",
    "HomeBlock",
    "HomeLead",
    "MenuItem",
    "Notice",
    "PictureLink",
    "SiteSettings",
    "Slide",
    "Slogan",
    "StandingPage",
    "Unit",
    "WorkEvent",
]
