"""The sign-in page, of the portal and of the admin alike, and signing out."""

from django.contrib.auth.views import LoginView, LogoutView
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from accounts.contributions import access as contributions
from accounts.signing_in.entering import enter
from accounts.signing_in.forms import SignInForm
from pages.models import SiteSettings
from speakers import access as speakers

AREAS = [
    (contributions.PERMISSION, "contributions:list"),
    (speakers.PERMISSION, "speakers:newest"),
]


class SignInView(LoginView):
    form_class = SignInForm
    template_name = "accounts/sign_in.html"
    redirect_authenticated_user = True
    person = None

    def form_valid(self, form):
        self.person = form.get_user()
        return enter(self.request, self.person, self.get_success_url())

    def get_default_redirect_url(self):
        """Writers and speakers who do not work in the admin begin in their own area."""
        person = self.person or self.request.user
        if not person.is_staff:
            for permission, name in AREAS:
                if person.has_perm(permission):
                    return reverse(name)
        return super().get_default_redirect_url()

    def get_context_data(self, **kwargs):
        """Django's view puts its own `site` over the board's."""
        return super().get_context_data(**kwargs) | {"site": SiteSettings.load()}


class AdminSignInView(SignInView):
    """At the admin's own address. Who is signed in without being staff may sign in as another."""

    def dispatch(self, request, *args, **kwargs):
        self.redirect_authenticated_user = request.user.is_staff
        return super().dispatch(request, *args, **kwargs)

    def get_default_redirect_url(self):
        return reverse("admin:index")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"stranger": self.request.user}


@method_decorator(never_cache, name="dispatch")
class SignOutView(LogoutView):
    """A GET asks, a POST signs out: a link on a strange page signs nobody out."""

    http_method_names = ["get", "head", "post", "options"]
    template_name = "accounts/sign_out.html"
    next_page = "pages:home"

    def get(self, request):
        return render(request, self.template_name)
