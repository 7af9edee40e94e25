from django.apps import AppConfig


class GuardConfig(AppConfig):
    name = "core.guard"
    verbose_name = "Ngăn máy gửi biểu mẫu"
