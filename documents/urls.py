from django.urls import path, re_path

from documents import downloads, views

app_name = "documents"
DOCUMENT = r"^van-ban/(?P<slug>[-\w]+)-(?P<pk>\d+)/"

urlpatterns = [
    path("van-ban/", views.DocumentListView.as_view(), name="index"),
    re_path(DOCUMENT + r"$", views.DocumentView.as_view(), name="document"),
    re_path(DOCUMENT + r"tep/(?P<number>\d+)/$", downloads.file, name="file"),
]
