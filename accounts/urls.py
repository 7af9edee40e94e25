from django.urls import path

from accounts import links, reset, views
from accounts.requests import views as requests

app_name = "accounts"
urlpatterns = [
    path("tai-khoan/", views.profile, name="profile"),
    path("tai-khoan/dang-nhap/", views.SignInView.as_view(), name="sign_in"),
    path("tai-khoan/dang-xuat/", views.SignOutView.as_view(), name="sign_out"),
    path("tai-khoan/de-nghi/", requests.ask, name="ask"),
    path("tai-khoan/de-nghi/da-nhan/", requests.asked, name="asked"),
    path("tai-khoan/quen-mat-khau/", reset.reset, name="reset"),
    path("tai-khoan/ma/", links.type_code, name="code"),
    path("tai-khoan/ma/<str:code>/", links.follow, name="link"),
]
