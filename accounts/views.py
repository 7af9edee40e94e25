"""Signing in and out."""

from django.contrib.auth.views import LoginView, LogoutView
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from accounts.contributions.access import PERMISSION
from pages.models import SiteSettings


class SignInView(LoginView):
    template_name = "accounts/sign_in.html"
    redirect_authenticated_user = True

    def get_default_redirect_url(self):
        """Writers who do not work in the admin begin at their own articles."""
        person = self.request.user
        writes = person.has_perm(PERMISSION) and not person.is_staff
        return reverse("contributions:list") if writes else super().get_default_redirect_url()

    def get_context_data(self, **kwargs):
        """Django's view puts its own `site` over the board's."""
        return super().get_context_data(**kwargs) | {"site": SiteSettings.load()}


@method_decorator(never_cache, name="dispatch")
class SignOutView(LogoutView):
    """A GET asks, a POST signs out: a link on a strange page signs nobody out."""

    http_method_names = ["get", "head", "post", "options"]
    template_name = "accounts/sign_out.html"
    next_page = "pages:home"

    def get(self, request):
        return render(request, self.template_name)
