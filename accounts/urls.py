from django.urls import path

from accounts import links, privacy, reset, security
from accounts.kept import views as kept
from accounts.personal_data import views as own
from accounts.requests import views as requests
from accounts.second_factor import views as second_factor
from accounts.sessions import views as sessions
from accounts.signing_in.fresh import confirm
from accounts.signing_in.views import SignInView, SignOutView

app_name = "accounts"
urlpatterns = [
    path("tai-khoan/", own.profile, name="profile"),
    path("tai-khoan/thong-tin/", own.facts, name="facts"),
    path("tai-khoan/doi-mat-khau/", own.ChangePasswordView.as_view(), name="change_password"),
    path("tai-khoan/du-lieu-cua-toi/", own.own_data, name="own_data"),
    path("tai-khoan/du-lieu-cua-toi/yeu-cau/", own.ask, name="data_request"),
    path("quyen-rieng-tu/", privacy.privacy, name="privacy"),
    path("tai-khoan/dang-nhap/", SignInView.as_view(), name="sign_in"),
    path("tai-khoan/dang-nhap/ma/", second_factor.code, name="second_code"),
    path("tai-khoan/xac-nhan/", confirm, name="confirm"),
    path("tai-khoan/dang-xuat/", SignOutView.as_view(), name="sign_out"),
    path("tai-khoan/de-nghi/", requests.ask, name="ask"),
    path("tai-khoan/de-nghi/da-nhan/", requests.asked, name="asked"),
    path("tai-khoan/quen-mat-khau/", reset.reset, name="reset"),
    path("tai-khoan/ma/", links.type_code, name="code"),
    path("tai-khoan/ma/<str:code>/", links.follow, name="link"),
    path("tai-khoan/bao-mat/", security.security, name="security"),
    path("tai-khoan/bao-mat/hai-lop/", second_factor.set_up, name="set_up"),
    path("tai-khoan/bao-mat/hai-lop/tat/", second_factor.switch_off, name="switch_off"),
    path("tai-khoan/bao-mat/ma-du-phong/", second_factor.new_codes, name="new_codes"),
    path(
        "tai-khoan/bao-mat/thiet-bi/<int:pk>/quen/",
        second_factor.forget_device,
        name="forget_device",
    ),
    path("tai-khoan/gui-lai/<int:pk>/", kept.kept_form, name="kept_form"),
    path("tai-khoan/gui-lai/<int:pk>/bo/", kept.drop_kept_form, name="drop_kept_form"),
    path("tai-khoan/phien/", sessions.remaining, name="stay"),
    path("tai-khoan/phien/dang-xuat-noi-khac/", sessions.end_others, name="end_others"),
    path("tai-khoan/phien/<str:handle>/dang-xuat/", sessions.end_session, name="end_session"),
    path("_/phien/", sessions.remaining, name="remaining"),
]
