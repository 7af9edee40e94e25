"""What the speakers' area keeps beside the papers."""

from speakers.models.calendars import CalendarAddress
from speakers.models.conferences import Conference
from speakers.models.questions import Question
from speakers.models.readings import Confirmation, ReadingRequest
from speakers.models.visits import Visit

__all__ = [
    "CalendarAddress",
    "Conference",
    "Confirmation",
    "Question",
    "ReadingRequest",
    "Visit",
]
