"""The tests' office: no secrets, quick password hashes, pages fail on an undefined variable.

The database address is filled in by tests/conftest.py when the first test needs it.
"""

import tempfile
from pathlib import Path

from openmso.project.settings.base import *
from openmso.project.settings.base import STATIC_ROOT, TEMPLATES, env
from openmso.project.settings.database import database
from openmso.project.undefined_variable import UndefinedVariable

SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
DATA_DIR = Path(tempfile.gettempdir()) / "openmso-test-files"
KEY_DIR = Path(tempfile.gettempdir()) / "openmso-test-keys"
DATABASES = {
    "default": database(env.db_url_config("postgresql://nobody@/none"))
    | {"CONN_HEALTH_CHECKS": False}
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
VIRUS_SCANNER = ""
CARRIERS = {
    "mail": "openmso.adapters.mail_house.simulator.MailHouseSimulator",
    "fax": "openmso.adapters.fax.simulator.FaxSimulator",
}
PLAN_DESK = "openmso.adapters.plan_desk.simulator.PlanDeskSimulator"
TRAYS = dict.fromkeys(
    ("fax", "mail", "email"), "openmso.adapters.incoming.simulator.IncomingSimulator"
)
MESSENGERS = {
    "pager": "openmso.adapters.pager.simulator.PagerSimulator",
    "email": "openmso.adapters.pager.email.PageMail",
}
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = UndefinedVariable()
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
