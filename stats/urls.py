from django.urls import path

from stats import views

app_name = "stats"
urlpatterns = [
    path("_/xem/", views.seen, name="seen"),
    path("_/xem.gif", views.picture, name="picture"),
    path("_/thong-ke/", views.figures, name="figures"),
]
