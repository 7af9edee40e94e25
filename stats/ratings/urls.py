from django.urls import path, re_path

from core.guard.views import form_page
from news.urls import ARTICLE
from stats.ratings import views

app_name = "ratings"
urlpatterns = [
    re_path(ARTICLE + r"danh-gia/$", form_page(views.RateView.as_view()), name="rate"),
    path("_/danh-gia/<int:pk>/", form_page(views.FragmentView.as_view()), name="fragment"),
]
