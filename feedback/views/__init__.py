from feedback.views.consultations import ConsultationListView, ConsultationView, OpineView
from feedback.views.pages import UsefulFragmentView, UsefulView, report
from feedback.views.questions import QuestionListView, QuestionView, ask, receipt

__all__ = [
    "ConsultationListView",
    "ConsultationView",
    "OpineView",
    "QuestionListView",
    "QuestionView",
    "UsefulFragmentView",
    "UsefulView",
    "ask",
    "receipt",
    "report",
]
