"""Registers the staff portal with Django, and its entries in the main menu."""

from django.apps import AppConfig

from openmso.channels.ui import navigation
from openmso.office.access.permissions import Permission

MENU = (
    ("Worklist", "staff:worklist", Permission.WORKLIST_READ),
    ("New request", "staff:key_in", Permission.REQUEST_KEY_IN),
    ("Members", "staff:members", Permission.MEMBER_SEARCH),
    ("Letters", "staff:letters", Permission.LETTER_READ),
    ("Attestation", "staff:attestation", Permission.ATTEST),
    ("Accounts", "staff:accounts", Permission.ACCOUNT_MANAGE),
    ("Letter wording", "staff:wording", Permission.LETTER_WORDING),
    ("Stuck jobs", "staff:job_shelf", Permission.JOB_SHELF),
    ("Sealed history", "staff:sealed", Permission.AUDIT_READ),
)


class Config(AppConfig):
    name = "openmso.channels.staff_portal"
    label = "staff_portal"

    def ready(self) -> None:
        for label, url_name, permission in MENU:
            navigation.add("staff", label, url_name, permission)
