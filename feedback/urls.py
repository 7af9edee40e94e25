from django.urls import path, re_path

from core.guard.views import form_page, public_form
from feedback import views

app_name = "feedback"
QUESTION = r"^hoi-dap/(?P<slug>[-\w]+)-(?P<pk>\d+)/"
CONSULTATION = r"^gop-y-du-thao/(?P<slug>[-\w]+)-(?P<pk>\d+)/"
opine = public_form("da-gui")(views.OpineView.as_view())

urlpatterns = [
    path("hoi-dap/", views.QuestionListView.as_view(), name="questions"),
    path("hoi-dap/gui/", views.ask, name="ask"),
    path("hoi-dap/tra-cuu/", views.look_up, name="look_up"),
    path("_/tra-cuu/", views.receipt, name="receipt"),
    re_path(QUESTION + r"$", views.QuestionView.as_view(), name="question"),
    path("gop-y-du-thao/", views.ConsultationListView.as_view(), name="consultations"),
    re_path(CONSULTATION + r"$", views.ConsultationView.as_view(), name="consultation"),
    re_path(CONSULTATION + r"gui-y-kien/$", opine, name="opine"),
    path("bao-loi/", views.report, name="report"),
    path("_/huu-ich/<int:pk>/", form_page(views.UsefulView.as_view()), name="useful"),
]
