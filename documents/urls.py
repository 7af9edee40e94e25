from django.urls import path, re_path

from core.guard.views import public_form
from core.pagecache import public_page
from documents import citing, downloads, feeds, lookup, shelves, tables, views
from documents.alerts import views as alerts

app_name = "documents"
PACK = r"^bo-tai-lieu/(?P<slug>[-\w]+)-(?P<pk>\d+)/"
DOCUMENT = r"^van-ban/(?P<slug>[-\w]+)-(?P<pk>\d+)/"
FILE = DOCUMENT + r"tep/(?P<number>\d{1,9})/"
subscribe = public_form("loai", "linh-vuc", "van-ban", keep=False)(alerts.SubscribeView.as_view())

urlpatterns = [
    path("van-ban/", views.DocumentListView.as_view(), name="index"),
    path("van-ban/so/<path:symbol>/", lookup.SymbolView.as_view(), name="symbol"),
    re_path(r"^van-ban/nam/(?P<year>[1-9]\d{3})/$", views.DocumentYearView.as_view(), name="year"),
    path("van-ban/bang.csv", tables.csv_table, name="csv"),
    path("van-ban/theo-doi/", subscribe, name="subscribe"),
    path("van-ban/theo-doi/nhan/<token>/", alerts.ConfirmView.as_view(), name="confirm_alert"),
    path("van-ban/theo-doi/thoi/<token>/", alerts.LeaveView.as_view(), name="leave_alert"),
    re_path(DOCUMENT + r"$", views.DocumentView.as_view(), name="document"),
    re_path(FILE + r"$", downloads.FileView.as_view(), name="file"),
    re_path(FILE + r"doc/$", downloads.ReadingView.as_view(), name="reading"),
    re_path(
        FILE + r"trang/(?P<page>\d+)\.webp$", downloads.PictureView.as_view(), name="page_picture"
    ),
    re_path(DOCUMENT + r"duoc-nhac-den/$", citing.CitingListView.as_view(), name="citing"),
    path("bo-tai-lieu/", shelves.PackListView.as_view(), name="packs"),
    re_path(PACK + r"$", shelves.PackView.as_view(), name="pack"),
    re_path(PACK + r"tai-ve/$", shelves.pack_zip, name="pack_zip"),
    path("an-pham/", shelves.SeriesListView.as_view(), name="series_list"),
    path("an-pham/<slug:slug>/", shelves.SeriesView.as_view(), name="series"),
    path("rss/van-ban/", public_page()(feeds.NewestPapersFeed()), name="feed"),
    path("rss/van-ban/loai/<slug:slug>/", public_page()(feeds.KindFeed()), name="kind_feed"),
    path("rss/van-ban/linh-vuc/<slug:slug>/", public_page()(feeds.FieldFeed()), name="field_feed"),
]
