"""Events as iCalendar (RFC 5545), which every telephone's calendar reads."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings

LONGEST = 75  # octets of a line, section 3.1
ESCAPED = re.compile(r"[\\;,]")
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True)
class Event:
    """`uid`: its name on this site; `url`: absolute."""

    uid: str
    created_at: datetime
    changed_at: datetime
    starts_at: datetime
    ends_at: datetime
    title: str
    where: str
    about: str
    url: str
    is_cancelled: bool


def calendar(name, events) -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//tuyengiao//{text(name)}//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
    ]
    for event in events:
        lines += written(event)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def written(event):
    sequence = int((event.changed_at - event.created_at).total_seconds())
    lines = [
        "BEGIN:VEVENT",
        f"UID:{event.uid}@{urlsplit(settings.SITE_URL).hostname}",
        f"DTSTAMP:{moment(event.changed_at)}",
        f"SEQUENCE:{sequence}",
        f"DTSTART:{moment(event.starts_at)}",
        f"DTEND:{moment(event.ends_at)}",
        f"SUMMARY:{text(event.title)}",
        f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}",
        f"URL:{event.url}",
        f"LOCATION:{text(event.where)}",
    ]
    if event.about:
        lines.append(f"DESCRIPTION:{text(event.about)}")
    return [*lines, "END:VEVENT"]


def moment(at):
    """In UTC, so that no time zone has to be described."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def text(value):
    """A TEXT value, section 3.3.11."""
    value = CONTROLS.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    return ESCAPED.sub(r"\\\g<0>", value).replace("\n", "\\n")


def folded(line):
    """Cut after 75 octets at most, never inside a letter; what follows begins with a blank."""
    parts, part, octets = [], "", 0
    for character in line:
        size = len(character.encode())
        if octets + size > LONGEST:
            parts.append(part)
            part, octets = "", 1  # the blank
        part += character
        octets += size
    return "\r\n ".join([*parts, part])
