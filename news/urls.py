from django.urls import path, re_path

from core.pagecache import public_page
from news import feeds, views
from news.views import files

app_name = "news"
ARTICLE = r"^tin-tuc/(?P<category>[-\w]+)/(?P<slug>[-\w]+)-(?P<pk>\d+)/"
FILE = ARTICLE + r"tep/(?P<number>\d{1,9})/"

urlpatterns = [
    path("tin-tuc/", views.IndexView.as_view(), name="index"),
    path("tin-tuc/<slug:category>/", views.CategoryView.as_view(), name="category"),
    re_path(ARTICLE + r"$", views.ArticleView.as_view(), name="article"),
    re_path(ARTICLE + r"ban-in/$", views.ArticlePrintView.as_view(), name="article_print"),
    re_path(FILE + r"$", files.FileView.as_view(), name="file"),
    re_path(FILE + r"doc/$", files.ReadingView.as_view(), name="reading"),
    re_path(FILE + r"trang/(?P<page>\d+)\.webp$", files.PictureView.as_view(), name="page_picture"),
    path("the/<slug:tag>/", views.TagView.as_view(), name="tag"),
    path("dong-su-kien/", views.TopicListView.as_view(), name="topics"),
    path("dong-su-kien/<slug:topic>/", views.TopicView.as_view(), name="topic"),
    path("tac-gia/<slug:author>/", views.AuthorView.as_view(), name="author"),
    path("luu-tru/", views.ArchiveView.as_view(), name="archive"),
    re_path(
        r"^luu-tru/(?P<year>(?:19|20)\d\d)/(?P<month>[1-9]|1[0-2])/$",
        views.ArchiveMonthView.as_view(),
        name="archive_month",
    ),
    path("rss/", public_page()(feeds.NewestFeed()), name="feed"),
    path("rss/dong-su-kien/<slug:topic>/", public_page()(feeds.TopicFeed()), name="topic_feed"),
    path("rss/<slug:category>/", public_page()(feeds.CategoryFeed()), name="category_feed"),
]
