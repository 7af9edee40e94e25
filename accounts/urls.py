from django.urls import path

from accounts import views
from accounts.signing_in.views import SignInView, SignOutView

app_name = "accounts"
urlpatterns = [
    path("tai-khoan/", views.profile, name="profile"),
    path("tai-khoan/dang-nhap/", SignInView.as_view(), name="sign_in"),
    path("tai-khoan/dang-xuat/", SignOutView.as_view(), name="sign_out"),
]
