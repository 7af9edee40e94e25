from django.apps import AppConfig


class RatingsConfig(AppConfig):
    name = "stats.ratings"
    verbose_name = "Đánh giá bài viết"
