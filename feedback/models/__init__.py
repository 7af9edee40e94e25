from feedback.models.consultations import Consultation, Opinion
from feedback.models.pages import PageReport, Usefulness
from feedback.models.questions import Asker, Question, Subject

__all__ = [
    "Asker",
    "Consultation",
    "Opinion",
    "PageReport",
    "Question",
    "Subject",
    "Usefulness",
]
