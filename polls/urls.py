from django.urls import path

from polls import views

app_name = "polls"
urlpatterns = [
    path("tham-do/", views.PollListView.as_view(), name="index"),
    path("tham-do/<int:pk>/", views.PollView.as_view(), name="poll"),
    path("tham-do/<int:pk>/bo-phieu/", views.BallotView.as_view(), name="ballot"),
    path("tham-do/<int:pk>/ket-qua/", views.ResultsView.as_view(), name="results"),
]
