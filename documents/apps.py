from django.apps import AppConfig
from django.db.models.signals import post_migrate


class DocumentsConfig(AppConfig):
    name = "documents"
    verbose_name = "Văn bản"

    def ready(self):
        from documents.reference import ensure_names

        post_migrate.connect(lambda **kwargs: ensure_names(), sender=self, weak=False)
