"""Whose stay it is: who covers the patient on the day of admission."""

from datetime import datetime
from uuid import UUID

from openmso.casework.prior_auth.covered_member import member_covered_on
from openmso.office.law import office_calendar

from .models import Admission


def covered_patient(admission: Admission, member_id: UUID, *, at: datetime) -> None:
    """Put the member and what covers them on the day of admission onto the stay, without saving.

    `at` is when we knew it. Raises NoSuchMember.
    """
    on = office_calendar(admission.tenant_id).local(admission.admitted_at).date()
    found = member_covered_on(admission.tenant_id, member_id, on)
    coverage = found.coverage
    admission.member = found.member
    admission.coverage = coverage
    admission.plan = coverage.plan if coverage else None
    admission.ipa = coverage.ipa if coverage else None
    admission.line_of_business = coverage.plan.line_of_business if coverage else ""
    admission.identified_at = at
