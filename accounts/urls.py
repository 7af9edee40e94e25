from django.urls import path

from accounts import security, views
from accounts.sessions import views as sessions
from accounts.signing_in.views import SignInView, SignOutView

app_name = "accounts"
urlpatterns = [
    path("tai-khoan/", views.profile, name="profile"),
    path("tai-khoan/dang-nhap/", SignInView.as_view(), name="sign_in"),
    path("tai-khoan/dang-xuat/", SignOutView.as_view(), name="sign_out"),
    path("tai-khoan/bao-mat/", security.security, name="security"),
    path("tai-khoan/phien/", sessions.remaining, name="stay"),
    path("tai-khoan/phien/dang-xuat-noi-khac/", sessions.end_others, name="end_others"),
    path("tai-khoan/phien/<str:handle>/dang-xuat/", sessions.end_session, name="end_session"),
    path("_/phien/", sessions.remaining, name="remaining"),
]
