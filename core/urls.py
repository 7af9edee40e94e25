from django.urls import path

from core import preview, views

app_name = "core"
urlpatterns = [
    path("_/song/", views.alive, name="alive"),
    path("_/san-sang/", views.ready, name="ready"),
    path("xem-truoc/<str:token>/", preview.signed, name="preview"),
]
