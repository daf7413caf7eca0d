"""The member's last stay in a hospital, as far as it matters for what to do at home."""

from dataclasses import dataclass
from datetime import date

from openmso.casework.inpatient.admissions.models import Admission
from openmso.office.law import office_calendar

from .models import CareCase, Instructions, Task

_TASK = "Send and follow up the instructions of the discharge {}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Discharged:
    """What the hospital told the member when they left; `follow_up_on` None: no day was said."""

    number: str
    hospital: str
    on: date
    instructions: str
    follow_up_on: date | None


def last_discharge(case: CareCase) -> Discharged | None:
    """Return the last stay that ended, unless instructions were sent since. Two queries at most."""
    stay = (
        Admission.objects.filter(tenant_id=case.tenant_id, member_id=case.member_id)
        .exclude(discharged_at=None)
        .select_related("hospital")
        .order_by("-discharged_at", "id")
        .first()
    )
    if stay is None or stay.discharged_at is None:
        return None
    on = office_calendar(case.tenant_id).local(stay.discharged_at).date()
    sent = Instructions.objects.filter(
        tenant_id=case.tenant_id, case=case, source="discharge", given_on__gte=on
    )
    if sent.exists():
        return None
    return Discharged(
        number=stay.number,
        hospital=stay.hospital.name,
        on=on,
        instructions=stay.instructions,
        follow_up_on=stay.follow_up_on,
    )


def task_about(stay_number: str) -> str:
    """Return the words of the task that a discharge becomes."""
    return _TASK.format(stay_number)


def is_followed(case: CareCase, stay_number: str) -> bool:
    """Tell whether a discharge is a task of the case already, ended or not."""
    return Task.objects.filter(
        tenant_id=case.tenant_id, case=case, what=task_about(stay_number)
    ).exists()
