"""The smallest portal that `make run` can serve."""

import os
from pathlib import Path

import environ

from launcher.postgres import default_url
from launcher.secret import local_secret_key

VAR_DIR = Path(os.environ["VAR_DIR"])
SECRET_KEY = local_secret_key(VAR_DIR)
DATABASES = {
    "default": environ.Env.db_url_config(os.environ.get("DATABASE_URL") or default_url(VAR_DIR))
    | {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}
}
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "procrastinate.contrib.django",
    "demo",
]
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "tuyengiao.urls"
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
USE_TZ = True
