"""A real office. Everything it needs comes from the environment; what is missing is named."""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from openmso.project.settings.base import *
from openmso.project.settings.base import env
from openmso.project.settings.database import database

_NEEDED = {
    "SECRET_KEY": "a long random text that signs sessions; keep it out of backups and logs",
    "DATABASE_URL": "the PostgreSQL (15 or newer) database, postgresql://user:password@host/name",
    "ALLOWED_HOSTS": "the host names people type, separated by commas",
    "OPENMSO_DATA_DIR": "the folder for documents and letters",
    "OPENMSO_KEY_DIR": "the folder for this office's keys, outside the one for documents",
}
_missing = [f"{name} ({what})" for name, what in _NEEDED.items() if not env.str(name, default="")]
if _missing:
    raise ImproperlyConfigured("Please set in the environment: " + "; ".join(_missing) + ".")

SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
_address = env.db("DATABASE_URL")
if _address["ENGINE"] != "django.db.backends.postgresql":
    raise ImproperlyConfigured(
        "DATABASE_URL must name a PostgreSQL database (postgresql://…): the product runs on "
        "nothing else."
    )
DATABASES = {"default": database(_address)}
DATA_DIR = Path(env.str("OPENMSO_DATA_DIR"))
KEY_DIR = Path(env.str("OPENMSO_KEY_DIR"))
if KEY_DIR.resolve().is_relative_to(DATA_DIR.resolve()):
    raise ImproperlyConfigured(
        "OPENMSO_KEY_DIR must not lie in OPENMSO_DATA_DIR: a backup of the documents would carry "
        "the keys that open them."
    )
EXCHANGE_DIR = Path(env.str("OPENMSO_EXCHANGE_DIR", default=str(DATA_DIR / "exchange")))

# TLS ends at the office's own proxy; it must set this header itself and drop the caller's.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
MAIL_IS_SET_UP = bool(env.str("EMAIL_URL", default=""))
_mail = env.email_url("EMAIL_URL", default="smtp://localhost:25")
EMAIL_HOST = _mail["EMAIL_HOST"]
EMAIL_PORT = _mail["EMAIL_PORT"]
EMAIL_HOST_USER = _mail["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = _mail.get("EMAIL_USE_TLS", False)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="office@localhost")
