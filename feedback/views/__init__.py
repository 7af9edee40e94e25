from feedback.views.consultations import ConsultationListView, ConsultationView, OpineView
from feedback.views.pages import UsefulView, report
from feedback.views.questions import QuestionListView, QuestionView, ask, look_up, receipt

__all__ = [
    "ConsultationListView",
    "ConsultationView",
    "OpineView",
    "QuestionListView",
    "QuestionView",
    "UsefulView",
    "ask",
    "look_up",
    "receipt",
    "report",
]
