from feedback.admin.consultations import ConsultationAdmin, OpinionAdmin
from feedback.admin.pages import PageReportAdmin, UsefulnessAdmin
from feedback.admin.questions import QuestionAdmin, SubjectAdmin

__all__ = [
    "ConsultationAdmin",
    "OpinionAdmin",
    "PageReportAdmin",
    "QuestionAdmin",
    "SubjectAdmin",
    "UsefulnessAdmin",
]
