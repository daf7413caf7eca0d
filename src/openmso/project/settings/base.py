"""What every way of running shares. Nothing here is secret and nothing names a machine."""

from pathlib import Path
from typing import Any

import environ

from openmso.project.logs import LOGGING as LOGGING
from openmso.project.settings.installed import INSTALLED

env = environ.Env()

ROOT = Path(__file__).resolve().parents[4]
# Printed on members' letters, so that they can be read on a screen; empty prints none.
PUBLIC_ADDRESS = env.str("OPENMSO_PUBLIC_ADDRESS", default="")
BUILD_DIR = Path(env.str("OPENMSO_BUILD_DIR", default=str(ROOT / "build")))
PACKAGE_DIR = ROOT / "src" / "openmso"

DEBUG = False
ROOT_URLCONF = "openmso.project.urls"
WSGI_APPLICATION = "openmso.project.wsgi.application"
INSTALLED_APPS = list(INSTALLED)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The order matters twice: static files and refusals leave before anything costly has run,
# and who is asking is known before any page is chosen.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "openmso.project.request_log.RequestLogMiddleware",
    "openmso.project.content_policy.ContentPolicyMiddleware",
    "openmso.project.no_store.NoStoreMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "openmso.office.access.middleware.AccessMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "openmso.channels.ui.template_loader.Loader",
                    ["django.template.loaders.app_directories.Loader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "openmso.channels.ui.frame.frame",
            ],
        },
    }
]
FORM_RENDERER = "openmso.channels.ui.renderer.Renderer"

# Time, language
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]
LOCALE_PATHS = [PACKAGE_DIR / "locale"]
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"

# The database itself: database.py
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache_entry",
    }
}

# Who one is
AUTH_USER_MODEL = "access.Account"
AUTHENTICATION_BACKENDS = ["openmso.project.sign_in_backend.AccountBackend"]
PASSWORD_HASHERS = ["openmso.project.password_hash.Argon2id"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "openmso.office.access.sign_in.SignInAdapter"
MFA_ADAPTER = "openmso.office.access.sign_in.SecondFactorAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "OpenMSO"
MFA_RECOVERY_CODE_COUNT = 10

# Sessions and cookies
SESSION_ENGINE = "openmso.project.sessions"
SESSION_COOKIE_NAME = "sessionid"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "openmso.channels.ui.errors.forged"
CSRF_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Being away too long ends the session; the access middleware judges it by area of the site
IDLE_SECONDS = {"staff": 15 * 60, "practice": 15 * 60, "member": 20 * 60}
INVITATION_HOURS = 72  # how long the link of an invitation works
EMERGENCY_ACCESS_MINUTES = 60  # how long a case that was opened in an emergency can be read
EMERGENCY_REVIEW_WITHIN = "1 business day"  # by when privacy staff should have looked at it
MAIL_IS_SET_UP = True  # whether what is mailed can arrive anywhere
LAST_SEEN_STEP_SECONDS = 60  # how often a busy session notes that it was seen
SECOND_FACTOR_AREAS = frozenset({"staff", "practice"})

# What a browser may do with our pages
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
    }
}

# Uploads: fields stay small, files go to disk at once and without a name; each page states its own
# limit for a file
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_HANDLERS = ["openmso.project.upload_without_a_name.UploadWithoutAName"]
FILE_UPLOAD_PERMISSIONS = 0o600

# Files for the pages
STATIC_URL = "/static/"
STATIC_ROOT = BUILD_DIR / "collected"
STATICFILES_DIRS = [folder for folder in (BUILD_DIR / "static",) if folder.is_dir()]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Jobs: each app's jobs.py is imported at start, or its tasks would be unknown to the worker
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

# The law's own files come with the product; an installation adds folders with its contracts' terms
RULEBOOK_PATHS = [Path(folder) for folder in env.list("OPENMSO_RULEBOOK_PATHS", default=[])]

# What leaves the office: one adapter a way; each gets a folder below EXCHANGE_DIR (see wiring.py)
CARRIERS = {
    "mail": "openmso.adapters.mail_house.folder.MailHouseFolder",
    "fax": "openmso.adapters.fax.folder.FaxFolder",
}

# What members ask of their health plans; it has a folder below EXCHANGE_DIR too
PLAN_DESK = "openmso.adapters.plan_desk.folder.PlanDeskFolder"

# Where papers reach us: one adapter a way; each office has a folder for each below EXCHANGE_DIR
TRAYS = {
    "fax": "openmso.adapters.incoming.folder.IncomingFolder",
    "mail": "openmso.adapters.incoming.folder.IncomingFolder",
    "email": "openmso.adapters.incoming.folder.IncomingFolder",
}

# How people on call are reached: one messenger a way; each gets a folder below EXCHANGE_DIR too
MESSENGERS = {
    "pager": "openmso.adapters.pager.folder.PagerFolder",
    "email": "openmso.adapters.pager.email.PageMail",
}
# A file of times to answer a page, beside the product's own (office/on_call/terms.yaml)
ON_CALL_TERMS = env.str("OPENMSO_ON_CALL_TERMS", default="")

# Who looks for viruses in uploads: "unix:/run/clamav/clamd.ctl", "tcp:host:3310"; empty: nobody
VIRUS_SCANNER = env.str("OPENMSO_VIRUS_SCANNER", default="")

# Logs: one line a request, allowed keys only (openmso/project/logs.py)
LOGGING_CONFIG = "logging.config.dictConfig"
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
DJANGO_STRUCTLOG_STATUS_START_LOG_LEVEL = 10
DJANGO_STRUCTLOG_STATUS_4XX_LOG_LEVEL = 20
