from django.urls import path

from accounts import links, privacy, reset, views
from accounts.personal_data import views as own
from accounts.requests import views as requests

app_name = "accounts"
urlpatterns = [
    path("tai-khoan/", own.profile, name="profile"),
    path("tai-khoan/thong-tin/", own.facts, name="facts"),
    path("tai-khoan/doi-mat-khau/", own.ChangePasswordView.as_view(), name="change_password"),
    path("tai-khoan/du-lieu-cua-toi/", own.own_data, name="own_data"),
    path("tai-khoan/du-lieu-cua-toi/yeu-cau/", own.ask, name="data_request"),
    path("quyen-rieng-tu/", privacy.privacy, name="privacy"),
    path("tai-khoan/dang-nhap/", views.SignInView.as_view(), name="sign_in"),
    path("tai-khoan/dang-xuat/", views.SignOutView.as_view(), name="sign_out"),
    path("tai-khoan/de-nghi/", requests.ask, name="ask"),
    path("tai-khoan/de-nghi/da-nhan/", requests.asked, name="asked"),
    path("tai-khoan/quen-mat-khau/", reset.reset, name="reset"),
    path("tai-khoan/ma/", links.type_code, name="code"),
    path("tai-khoan/ma/<str:code>/", links.follow, name="link"),
]
