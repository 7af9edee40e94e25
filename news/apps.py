from django.apps import AppConfig
from django.db.models.signals import post_migrate


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = "Tin tức"

    def ready(self):
        from news.models.genres import ensure_genres

        post_migrate.connect(lambda **kwargs: ensure_genres(), sender=self, weak=False)
