"""Every address of the portal; each app keeps its own."""

from django.contrib import admin
from django.urls import include, path

from accounts.signing_in.views import AdminSignInView

urlpatterns = [
    path("", include("pages.urls")),
    path("", include("documents.urls")),  # before the news: /rss/van-ban/ is no category's
    path("", include("news.urls")),
    path("", include("polls.urls")),
    path("", include("search.urls")),
    path("", include("library.urls")),
    path("", include("stats.urls")),
    path("", include("stats.ratings.urls")),
    path("", include("accounts.urls")),
    path("cong-tac-vien/", include("accounts.contributions.urls")),
    path("bao-cao-vien/", include("speakers.urls")),
    path("", include("feedback.urls")),
    path("", include("core.urls")),
    path("quan-tri/login/", AdminSignInView.as_view()),  # in the place of the admin's own
    path("quan-tri/", admin.site.urls),
]

handler400 = "core.views.bad_request"
handler403 = "core.views.refused"
handler404 = "exchange.views.not_found"
handler500 = "core.views.failed"
