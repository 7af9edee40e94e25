"""The board's face in the admin."""

from pages.admin import home, menus, organisation, running, site, standing, week  # noqa: F401
