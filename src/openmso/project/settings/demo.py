"""The demo office: only for a folder that carries the demo's mark.

Pages that show second-factor codes, and the clock that can be pushed, exist only here.
"""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from openmso.project.demo_folder import DemoFolder
from openmso.project.settings.base import *
from openmso.project.settings.base import LOGGING, env
from openmso.project.settings.database import database

_folder = DemoFolder(Path(env.str("OPENMSO_DEMO_DATA_DIR", default="demo-data")).resolve())
if not _folder.is_marked():
    raise ImproperlyConfigured(
        f"{_folder.path} is not a demo folder. The demo's settings open only a folder made by "
        "`openmso demo`; for a real office use openmso.project.settings.prod."
    )

DEMO_DATA_DIR = _folder.path
DATA_DIR = _folder.path / "files"
KEY_DIR = _folder.path / "keys"
SECRET_KEY = _folder.secret_key()
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
PUBLIC_ADDRESS = f"http://127.0.0.1:{_folder.facts().get('port', 8000)}"
DATABASES = {"default": database(env.db_url_config(_folder.database_url()))}
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
# Nobody outside gets these letters, so they need not wait for the authorities' own forms.
LETTERS_MAY_LEAVE_WITHOUT_OFFICIAL_WORDING = True
VIRUS_SCANNER = "simulated"
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

# Requests go to a file, so that the sign-in table stays in sight; warnings come to the window too
LOGGING["handlers"]["console"]["level"] = "WARNING"
LOGGING["handlers"]["file"] = {
    "class": "logging.FileHandler",
    "filename": str(_folder.path / "office.log"),
    "formatter": "allowed",
}
LOGGING["root"]["handlers"] = ["console", "file"]
