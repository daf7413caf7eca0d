"""We learn of care after stabilization that nobody had asked us about."""

import secrets
from datetime import datetime
from uuid import UUID

from openmso.casework.prior_auth.domain.numbers import readable_number
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar
from openmso.office.timeline.action import action, record

from ..domain.request import CareAsTold, Channel, PatientAsTold, require_possible
from ..domain.responsibility import Who
from ..domain.states import State
from ..events import Event
from ..models import PostStabilization
from ..patient import covered_patient


@action
def record_never_asked(
    *,
    hospital_id: UUID,
    member_id: UUID,
    patient: PatientAsTold,
    care: CareAsTold,
    client_key: str,
    by: Actor,
    at: datetime,
) -> PostStabilization:
    """Put on record that no request came before the care: the waiting time never began.

    The emergency care itself is untouched by it, and the patient owes nothing. Raises NotPossible,
    NoSuchMember, NotAllowed; IntegrityError for a key that was used.
    """
    by.require(Permission.POST_STABILIZATION_KEY_IN)
    require_possible(care, at=at)
    on = office_calendar(by.tenant_id).local(at).date()
    case = PostStabilization(
        tenant_id=by.tenant_id,
        number=readable_number("PS", on, secrets.choice),
        client_key=client_key,
        fingerprint="",
        state=State.NEVER_ASKED,
        channel=Channel.FAX,
        recorded_at=at,
        hospital_id=hospital_id,
        told_name=patient.name,
        told_birth_date=patient.birth_date,
        told_number=patient.plan_number,
        stabilized_at=care.stabilized_at,
        stabilized_by=care.stabilized_by,
        emergency_began_at=care.emergency_began_at,
        purpose=care.purpose,
        care=care.care,
        circumstance=care.circumstance,
        responsible=Who.HOSPITAL,
    )
    covered_patient(case, member_id)
    case.save(force_insert=True)
    record(case, Event.NEVER_ASKED, by=by, at=at, happened_at=care.stabilized_at)
    return case
