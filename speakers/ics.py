"""Conferences as iCalendar (RFC 5545), which every telephone's calendar reads."""

import re
from datetime import UTC
from urllib.parse import urlsplit

from django.conf import settings

from core.site import absolute

LONGEST = 75  # octets of a line, section 3.1
ESCAPED = re.compile(r"[\\;,]")
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def calendar(conferences) -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//tuyengiao//Lich hoi nghi//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Hội nghị báo cáo viên",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
    ]
    for conference in conferences:
        lines += event(conference)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def event(conference):
    """No paper is named: the calendar may lie with a company elsewhere."""
    changed = conference.updated_at
    sequence = int((changed - conference.created_at).total_seconds())
    lines = [
        "BEGIN:VEVENT",
        f"UID:hoi-nghi-{conference.pk}@{urlsplit(settings.SITE_URL).hostname}",
        f"DTSTAMP:{moment(changed)}",
        f"SEQUENCE:{sequence}",
        f"DTSTART:{moment(conference.starts_at)}",
        f"DTEND:{moment(conference.end)}",
        f"SUMMARY:{text(conference.title)}",
        f"STATUS:{'CANCELLED' if conference.is_cancelled else 'CONFIRMED'}",
        f"URL:{absolute(conference.get_absolute_url())}",
    ]
    where = conference.place or conference.link
    about = "\n".join(filter(None, [conference.place and conference.link, conference.note]))
    lines.append(f"LOCATION:{text(where)}")
    if about:
        lines.append(f"DESCRIPTION:{text(about)}")
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
