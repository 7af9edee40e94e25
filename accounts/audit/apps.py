from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "accounts.audit"
    verbose_name = "Nhật ký hệ thống"

    def ready(self):
        from accounts.audit import signing_in

        signing_in.listen()
