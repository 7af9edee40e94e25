from django.urls import path, re_path

from documents import citing, downloads, lookup, views

app_name = "documents"
DOCUMENT = r"^van-ban/(?P<slug>[-\w]+)-(?P<pk>\d+)/"
FILE = DOCUMENT + r"tep/(?P<number>\d{1,9})/"

urlpatterns = [
    path("van-ban/", views.DocumentListView.as_view(), name="index"),
    path("van-ban/so/<path:symbol>/", lookup.SymbolView.as_view(), name="symbol"),
    re_path(DOCUMENT + r"$", views.DocumentView.as_view(), name="document"),
    re_path(FILE + r"$", downloads.FileView.as_view(), name="file"),
    re_path(FILE + r"doc/$", downloads.ReadingView.as_view(), name="reading"),
    re_path(
        FILE + r"trang/(?P<page>\d+)\.webp$", downloads.PictureView.as_view(), name="page_picture"
    ),
    re_path(DOCUMENT + r"duoc-nhac-den/$", citing.CitingListView.as_view(), name="citing"),
]
