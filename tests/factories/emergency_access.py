"""Uses of emergency access to test with, as they stand once the glass was broken."""

from datetime import timedelta
from typing import Any

from openmso.casework.prior_auth.models import AuthorizationRequest
from openmso.office import clock
from openmso.office.access.models import Account
from openmso.office.emergency_access.models import EmergencyAccess, Reason


def make_emergency(case: AuthorizationRequest, account: Account, **given: Any) -> EmergencyAccess:
    """Leave for this person to read this case from a moment ago until tomorrow."""
    began = given.pop("opened_at", clock.now() - timedelta(minutes=1))
    fields: dict[str, Any] = {
        "account_id": account.id,
        "account_name": account.name,
        "about_kind": case.case_kind,
        "about_id": case.id,
        "about_number": case.number,
        "member_id": case.member_id,
        "reason": Reason.CARE_CANNOT_WAIT,
        "words": "The hospital is on the telephone about the transfer.",
        "opened_at": began,
        "until_at": began + timedelta(days=1),
        "review_due_at": began + timedelta(days=1),
    }
    return EmergencyAccess.objects.create(tenant=case.tenant, **(fields | given))
