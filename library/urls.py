from django.urls import re_path

from library import views

app_name = "library"
urlpatterns = [
    re_path(r"^anh/(?P<key>[a-z0-9]{16})/(?P<width>\d{1,4})\.webp$", views.picture, name="picture")
]
