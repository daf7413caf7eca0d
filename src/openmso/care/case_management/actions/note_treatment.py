"""A treatment under way is noted on the case, so that no change of cover loses it; and its end."""

from datetime import date, datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..events import Event
from ..models import Treatment
from ..queries import CareCaseNotFound
from ..steps.locking import locked


@action
def note_treatment(
    case_id: UUID, what: str, with_whom: str, since_on: date, *, by: Actor, at: datetime
) -> Treatment:
    """Keep a treatment that is under way. Raises CareCaseNotFound, NotOpen, NotAllowed."""
    by.require(Permission.CARE_CASE_WORK)
    case = locked(case_id, by=by)
    treatment = Treatment.objects.create(
        tenant_id=case.tenant_id, case=case, what=what, with_whom=with_whom, since_on=since_on
    )
    record(case, Event.TREATMENT_ADDED, by=by, at=at)
    return treatment


@action
def end_treatment(
    case_id: UUID, treatment_id: UUID, ended_on: date, *, by: Actor, at: datetime
) -> Treatment:
    """Say that a treatment is over; `ended_on` is the first day without it.

    Raises CareCaseNotFound (also for a treatment of another case), NotOpen, NotAllowed.
    """
    by.require(Permission.CARE_CASE_WORK)
    case = locked(case_id, by=by)
    treatment = Treatment.objects.filter(
        tenant_id=case.tenant_id, case=case, id=treatment_id
    ).first()
    if treatment is None:
        raise CareCaseNotFound("There is no such treatment.")
    treatment.ended_on = max(ended_on, treatment.since_on)
    treatment.save(update_fields=["ended_on"])
    record(case, Event.TREATMENT_ENDED, by=by, at=at)
    return treatment
