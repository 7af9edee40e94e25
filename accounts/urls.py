from django.urls import path

from accounts import views

app_name = "accounts"
urlpatterns = [
    path("tai-khoan/", views.profile, name="profile"),
    path("tai-khoan/dang-nhap/", views.SignInView.as_view(), name="sign_in"),
    path("tai-khoan/dang-xuat/", views.SignOutView.as_view(), name="sign_out"),
]
