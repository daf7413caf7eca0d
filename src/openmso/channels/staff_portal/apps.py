"""Registers the staff portal with Django, and its entries in the main menu."""

from django.apps import AppConfig

from openmso.channels.ui import navigation
from openmso.office.access.permissions import Permission

MENU = (
    ("Worklist", "staff:worklist", Permission.WORKLIST_READ),
    ("New request", "staff:key_in", Permission.REQUEST_KEY_IN),
    ("Hospital call", "staff:post_stabilization_key_in", Permission.POST_STABILIZATION_KEY_IN),
    ("Caseload", "staff:care_caseload", Permission.CARE_CASE_READ),
    ("Grievances", "staff:grievances", Permission.GRIEVANCE_FILE),
    ("Outside reviews", "staff:external_reviews", Permission.OUTSIDE_REVIEW_WORK),
    ("Hospital stays", "staff:census", Permission.CASE_READ),
    ("Care that ends", "staff:fast_track", Permission.OUTSIDE_REVIEW_WORK),
    ("Members", "staff:members", Permission.MEMBER_SEARCH),
    ("Hospitals", "staff:hospitals", Permission.HOSPITAL_MANAGE),
    ("Letters", "staff:letters", Permission.LETTER_READ),
    ("On call", "staff:on_call", Permission.ON_CALL_READ),
    ("Take a call", "staff:on_call_calls", Permission.ON_CALL_TAKE_CALL),
    ("Reports", "staff:reports", Permission.REPORT_READ),
    ("Attestation", "staff:attestation", Permission.ATTEST),
    ("Accounts", "staff:accounts", Permission.ACCOUNT_MANAGE),
    ("Letter wording", "staff:wording", Permission.LETTER_WORDING),
    ("Stuck jobs", "staff:job_shelf", Permission.JOB_SHELF),
    ("Sealed history", "staff:sealed", Permission.AUDIT_READ),
    ("Incentive programs", "staff:incentives", Permission.INCENTIVE_READ),
    ("Emergency reviews", "staff:emergency_reviews", Permission.EMERGENCY_REVIEW),
)


class Config(AppConfig):
    name = "openmso.channels.staff_portal"
    label = "staff_portal"

    def ready(self) -> None:
        for label, url_name, permission in MENU:
            navigation.add("staff", label, url_name, permission)
        navigation.add(
            "staff",
            "Mail room",
            "staff:mail_room",
            Permission.REQUEST_KEY_IN,
            shown_to=lambda actor: not actor.ipa_ids,  # a paper has no IPA before it is indexed
        )
        navigation.add(
            "staff",
            "Emergency access",
            "staff:emergency",
            Permission.EMERGENCY_ACCESS,
            shown_to=lambda actor: bool(actor.ipa_ids),  # to others nothing is closed
        )
