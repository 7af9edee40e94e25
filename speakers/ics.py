"""Conferences for the calendars of telephones."""

from core import icalendar
from core.site import absolute


def calendar(conferences) -> str:
    return icalendar.calendar("Hội nghị báo cáo viên", map(event, conferences))


def event(conference):
    """No paper is named: the calendar may lie with a company elsewhere."""
    about = [conference.place and conference.link, conference.note]
    return icalendar.Event(
        uid=f"hoi-nghi-{conference.pk}",
        created_at=conference.created_at,
        changed_at=conference.updated_at,
        starts_at=conference.starts_at,
        ends_at=conference.end,
        title=conference.title,
        where=conference.place or conference.link,
        about="\n".join(filter(None, about)),
        url=absolute(conference.get_absolute_url()),
        is_cancelled=conference.is_cancelled,
    )
