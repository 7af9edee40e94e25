from django.urls import path

from pages import offline, showcase, sitemaps, views
from pages.accessibility import accessibility

app_name = "pages"
urlpatterns = [
    path("", views.home, name="home"),
    path("sw.js", offline.worker, name="worker"),
    path("manifest.webmanifest", offline.manifest, name="manifest"),
    path("ngoai-tuyen/", offline.offline, name="offline"),
    path("kha-nang-tiep-can/", accessibility, name="accessibility"),
    path("_/thanh-phan/", showcase.ShowcaseView.as_view(), name="showcase"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-tin-moi.xml", sitemaps.news, name="sitemap_news"),
    path("sitemap-trang.xml", sitemaps.lists, name="sitemap_lists"),
    path("sitemap-<slug:section>-<int:number>.xml", sitemaps.publications, name="sitemap_section"),
]
