from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "Tài khoản"

    def ready(self):
        from accounts.access import checks  # noqa: F401 - registers itself
        from accounts.roles import ensure_roles

        post_migrate.connect(lambda **kwargs: ensure_roles(), sender=self, weak=False)
