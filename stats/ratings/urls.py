from django.urls import path

from core.guard.views import form_page
from stats.ratings import views

app_name = "ratings"
urlpatterns = [
    path("_/danh-gia/<int:pk>/", form_page(views.RateView.as_view()), name="rate"),
]
