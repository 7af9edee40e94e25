"""What the office arranges and answers."""

from speakers.admin.conferences import ConferenceAdmin
from speakers.admin.questions import QuestionAdmin
from speakers.admin.readings import ReadingRequestAdmin

__all__ = ["ConferenceAdmin", "QuestionAdmin", "ReadingRequestAdmin"]
