from django.urls import path, re_path

from library import views

app_name = "library"
GALLERY = r"^thu-vien/(?P<slug>[-\w]+)-(?P<pk>\d+)/"
RECORDING = r"^nghe-nhin/(?P<slug>[-\w]+)-(?P<pk>\d+)/"

urlpatterns = [
    re_path(
        r"^anh/(?P<key>[a-z0-9]{16})/(?P<width>[1-9]\d{0,3})\.(?P<extension>webp|jpg)$",
        views.picture,
        name="picture",
    ),
    path("thu-vien/", views.GalleryListView.as_view(), name="galleries"),
    re_path(GALLERY + "$", views.GalleryView.as_view(), name="gallery"),
    path("nghe-nhin/", views.RecordingListView.as_view(), name="recordings"),
    re_path(RECORDING + "$", views.RecordingView.as_view(), name="recording"),
    re_path(RECORDING + "tep/$", views.RecordingFileView.as_view(), name="recording_file"),
]
