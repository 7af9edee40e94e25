from django.urls import path, register_converter
from django.urls.converters import StringConverter

from pages import offline, showcase, sitemaps
from pages.accessibility import accessibility
from pages.views import colours, home, organisation, standing, week


class ColoursConverter(StringConverter):
    regex = "[0-9a-f]{6}(?:-[0-9a-f]{6}){3}"


register_converter(ColoursConverter, "colours")

app_name = "pages"
urlpatterns = [
    path("", home.home, name="home"),
    path("mau/<colours:key>.css", colours.colours, name="colours"),
    path("trang/<slug:slug>/", standing.StandingPageView.as_view(), name="standing"),
    path("co-cau-to-chuc/", organisation.OrganisationView.as_view(), name="organisation"),
    path(
        "co-cau-to-chuc/en/",
        organisation.OrganisationView.as_view(),
        {"language": "en"},
        name="organisation_en",
    ),
    path("lich-cong-tac/", week.this_week, name="this_week"),
    path("lich-cong-tac/lich.ics", week.all_ics, name="work_calendar"),
    path("lich-cong-tac/<int:year>/<int:week>/", week.WeekView.as_view(), name="week"),
    path("lich-cong-tac/<int:year>/<int:week>/lich.ics", week.week_ics, name="week_ics"),
    path("sw.js", offline.worker, name="worker"),
    path("manifest.webmanifest", offline.manifest, name="manifest"),
    path("ngoai-tuyen/", offline.offline, name="offline"),
    path("kha-nang-tiep-can/", accessibility, name="accessibility"),
    path("_/thanh-phan/", showcase.ShowcaseView.as_view(), name="showcase"),
    path("robots.txt", home.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-tin-moi.xml", sitemaps.news, name="sitemap_news"),
    path("sitemap-trang.xml", sitemaps.lists, name="sitemap_lists"),
    path("sitemap-<slug:section>-<int:number>.xml", sitemaps.publications, name="sitemap_section"),
]
