"""For building only: collects the pages' files. It knows no database and serves nobody."""

from openmso.project.settings.base import *

SECRET_KEY = "builds-and-serves-nobody"
CARRIERS = {}
MESSENGERS = {}
PLAN_DESK = ""
DATABASES: dict[str, dict[str, object]] = {}
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""
