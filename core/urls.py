from django.urls import path

from core import admin_guide, preview, views
from core.guard.views import challenge

app_name = "core"
urlpatterns = [
    path("_/song/", views.alive, name="alive"),
    path("_/san-sang/", views.ready, name="ready"),
    path("_/thu-thach/", challenge, name="challenge"),
    path("quan-tri/huong-dan/<slug:name>/", admin_guide.guide, name="guide"),
    path(
        "quan-tri/huong-dan/<slug:name>/anh/<slug:picture>.webp",
        admin_guide.guide_picture,
        name="guide_picture",
    ),
    path("xem-truoc/<str:token>/", preview.signed, name="preview"),
]
