"""The one settings file. What differs between machines comes from the environment.

A missing or odd value stops the start with one line that names the variable (see `required`).
"""

import sys
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF

from accounts.signing_in import addresses
from core import editor
from core.release import fingerprint
from launcher.postgres import default_url
from launcher.secret import local_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
LOOPBACK = {"127.0.0.1", "localhost", "::1"}

env = environ.Env()


def stop(name, reason):
    sys.exit(f"Cấu hình không hợp lệ – {name}: {reason}")


def text(name, default=""):
    """An empty value is none: a line `PORT=` in a file of variables means the default."""
    return env.str(name, "") or default


def flag(name):
    """A switch: `1` or `0`, nothing else, so that a typing error never turns DEBUG on or off."""
    value = text(name, "0")
    if value not in ("0", "1"):
        stop(name, f"phải là 1 hoặc 0, không phải “{value}”.")
    return value == "1"


def number(name, default, low, high):
    try:
        value = int(text(name, str(default)))
    except ValueError:
        stop(name, "phải là một số nguyên.")
    if not low <= value <= high:
        stop(name, f"phải trong khoảng {low}–{high}.")
    return value


DEBUG = flag("DEBUG")
PORT = number("PORT", 8000, 1, 65535)
VAR_DIR = Path(text("VAR_DIR", str(BASE_DIR / "var"))).resolve()
MEDIA_ROOT = Path(text("MEDIA_ROOT", str(VAR_DIR / "media"))).resolve()

# Where the portal lives for its visitors; every absolute address is made from it, never from
# the Host header, so that a cached page is the same under any name of the server.
SITE_URL = text("SITE_URL", f"http://127.0.0.1:{PORT}").rstrip("/")
_site = urlsplit(SITE_URL)
if _site.scheme not in ("http", "https") or not _site.hostname or _site.path:
    stop("SITE_URL", "phải có dạng https://ten-mien.vn, không kèm đường dẫn.")
LOCAL = _site.hostname in LOOPBACK and text("HOST", "127.0.0.1") in LOOPBACK
TLS = _site.scheme == "https"

ALLOWED_HOSTS = text("ALLOWED_HOSTS", ",".join([_site.hostname, *sorted(LOOPBACK)])).split(",")
if "*" in ALLOWED_HOSTS and not DEBUG:
    stop("ALLOWED_HOSTS", "hãy liệt kê tên miền, không dùng “*”.")

# Whose X-Forwarded-For is believed: addresses and networks with commas, `unix` for a socket.
try:
    TRUSTED_PROXIES = addresses.networks(text("TRUSTED_PROXIES"))
except ValueError:
    stop("TRUSTED_PROXIES", "phải là các địa chỉ như 10.0.0.5, 10.0.0.0/24 hoặc unix.")

SECRET_KEY = text("SECRET_KEY")
if not SECRET_KEY:
    if not LOCAL:
        stop("SECRET_KEY", "thiếu; hãy đặt một chuỗi ngẫu nhiên từ 50 ký tự.")
    SECRET_KEY = local_secret_key(VAR_DIR)
elif len(SECRET_KEY) < 50 and not DEBUG:
    stop("SECRET_KEY", "quá ngắn; cần từ 50 ký tự.")
# Former ones, with commas: what they signed and sealed stays good until it is renewed.
SECRET_KEY_FALLBACKS = [key for key in text("SECRET_KEY_FALLBACKS").split(",") if key]

_url = text("DATABASE_URL", default_url(VAR_DIR))
if not _url.startswith(("postgresql://", "postgres://")):
    stop("DATABASE_URL", "phải là một địa chỉ postgresql://…")
DATABASES = {
    "default": env.db_url_config(_url) | {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "core",  # before the admin, whose templates it overrides
    "core.guard",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "axes",
    "ckeditor",  # never ckeditor_uploader: its upload asks for no permission
    "procrastinate.contrib.django",
    "simple_history",
    "files",
    "library",
    "news",
    "documents",
    "pages",
    "search",
    "stats",
    "stats.ratings",
    "exchange",
    "speakers",
    "polls",
    "feedback",
    "accounts.audit",
    "accounts",  # last: its roles are granted once every app has made its permissions
]

MIDDLEWARE = [
    "exchange.middleware.OldHomeMiddleware",
    "stats.middleware.SearchEngineMiddleware",
    # A hit runs nothing below this line: what the lines below put into its headers was kept.
    "core.pagecache.PageCacheMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "stats.middleware.BeaconMiddleware",  # they need nothing of the rest
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "accounts.sessions.middleware.ActivityMiddleware",
    "accounts.second_factor.middleware.SecondFactorMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.kept.middleware.KeptFormMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",  # last: it changes the status of a refused sign-in
]

ROOT_URLCONF = "tuyengiao.urls"
WSGI_APPLICATION = "tuyengiao.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "pages.context_processors.frame",
                "stats.context_processors.visits",
            ],
        },
    }
]

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = "tuyengiao.formats"
LOCALE_PATHS = [BASE_DIR / "locale"]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "accounts.signing_in.throttle.ThrottledBackend",
    "accounts.backends.PersonBackend",
]
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "accounts:profile"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "accounts.hashers.NukeVietHasher",  # wrapped old hashes, replaced at the first sign-in
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "accounts.passwords.CommonInVietnamValidator"},
    {"NAME": "accounts.passwords.OwnNameValidator"},
]

# Wrong passwords: see accounts/signing_in/throttle.py.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "accounts.signing_in.throttle.username_of"
AXES_CLIENT_IP_CALLABLE = "accounts.signing_in.addresses.client_address"
AXES_LOCKOUT_CALLABLE = "accounts.signing_in.throttle.too_many"
AXES_DISABLE_ACCESS_LOG = True  # who signed in from where is kept no longer than it is needed
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "csrfmiddlewaretoken"]
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "core.staticfiles.AppFinder",
    "core.staticfiles.BundleFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "core.staticfiles.Storage"},
}
# Uploads have no address of their own: each goes out through a view that asks the public door.
MEDIA_URL = "/khong-co-dia-chi-truc-tiep/"
FILE_UPLOAD_PERMISSIONS = 0o640
# A proxy that may read MEDIA_ROOT takes over the sending (X-Accel-Redirect) under this prefix.
ACCEL_PREFIX = text("ACCEL_PREFIX")
if ACCEL_PREFIX and not (ACCEL_PREFIX.startswith("/") and ACCEL_PREFIX.endswith("/")):
    stop("ACCEL_PREFIX", "phải có dạng /duong-dan-noi-bo/")
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024  # text of a form; files do not count

# Mail is optional: EMAIL_URL=smtp+tls://user:password@host:587. Without it nothing is sent.
EMAIL_HOST = ""
if _mail := text("EMAIL_URL"):
    globals().update(env.email_url_config(_mail))
DEFAULT_FROM_EMAIL = text("EMAIL_FROM", f"khong-tra-loi@{_site.hostname}")

# Pages: see core/pagecache.py. The release stands in every ETag.
RELEASE = text("RELEASE") or fingerprint(BASE_DIR)
PAGE_CACHE_BYTES = number("PAGE_CACHE_MB", 64, 0, 4096) * 1024 * 1024
FRAGMENT_CACHE_BYTES = number("FRAGMENT_CACHE_MB", 8, 0, 1024) * 1024 * 1024

# For how long the audit log is kept; the database keeps it for six months whatever stands here.
AUDIT_MONTHS = number("AUDIT_MONTHS", 24, 6, 240)

# For how long it is kept who asked a question, gave an opinion or told of a fault (feedback/).
CONTACT_DAYS = number("CONTACT_DAYS", 180, 7, 3650)

# What one contributor may send in a day (accounts/contributions/limits.py).
WRITER_FILES_A_DAY = number("WRITER_FILES_A_DAY", 100, 1, 100_000)
WRITER_BYTES_A_DAY = number("WRITER_MB_A_DAY", 300, 1, 1_000_000) * 1024 * 1024

# How long a browser computes before a form of everybody's is taken (core/guard/proof.py): 300 is a
# second of a cheap telephone. More where scripts send too much.
PROOF_TRIES = number("PROOF_TRIES", 300, 1, 20_000)

# Nothing is fetched from another host and nothing inline is run.
_NOTHING = ["default-src", "frame-ancestors", "base-uri"]
_OURS = ["script", "style", "img", "font", "media", "connect", "manifest", "worker"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        **{name: [NONE] for name in _NOTHING},
        **{name: [SELF] for name in [*(f"{what}-src" for what in _OURS), "form-action"]},
    }
}
CKEDITOR_CONFIGS = {"default": editor.CONFIG}

X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = False
SESSION_ENGINE = "accounts.sessions.store"
SESSION_IDLE = timedelta(minutes=number("SESSION_IDLE_MINUTES", 30, 2, 24 * 60))
SECOND_FACTOR_GRACE = timedelta(days=number("SECOND_FACTOR_GRACE_DAYS", 14, 0, 365))
SESSION_COOKIE_AGE = 24 * 3600  # a working day, however busy
SESSION_EXPIRE_AT_BROWSER_CLOSE = True  # several people share a computer in an office
SESSION_COOKIE_SECURE = TLS
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = TLS
CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = [SITE_URL]  # behind the proxy that ends TLS a request looks like plain HTTP
CSRF_FAILURE_VIEW = "core.views.csrf_failure"
SILENCED_SYSTEM_CHECKS = [
    # CKEditor 4 gets no mends any more. Of its open holes none is in what we load: no full pages,
    # no script or style in the text, no samples, no preview, no code snippets (core/editor.py);
    # and what it sends is cleaned by core.sanitise, in a page whose policy runs no <script>.
    "ckeditor.W001",
    "security.W005",  # a board's domain may have sub-domains of other offices without TLS
    "security.W008",  # the proxy that ends TLS redirects; behind it the portal speaks plain HTTP
    "security.W021",  # preloading HSTS binds the whole domain: the board's decision, not ours
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"procrastinate": {"level": "WARNING"}, "axes": {"level": "WARNING"}},
}
