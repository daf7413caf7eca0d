"""A hospital stay was told that the QIO was asked: the case about it begins, or goes on."""

from datetime import datetime
from uuid import UUID

from openmso.casework.inpatient.admissions.models import Admission
from openmso.casework.inpatient.admissions.queries import stay_for
from openmso.office.access.actor import Actor
from openmso.office.law import office_calendar
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action

from ..domain.care import Care
from ..models import FastTrackCase
from ..queries import case_of_stay
from ..steps.locking import locked
from ..steps.opening import Announced, open_case
from ..steps.telling import be_told


@action
def open_for_stay(admission_id: UUID, *, by: Actor, at: datetime) -> FastTrackCase:
    """Bring the case to the moment at which the QIO told us. Needs no permission: it follows.

    The end is the planned day of discharge, or else the day on which we were told. Raises
    StayNotFound, MoveNotAllowed, NoFastTrack, AnnouncedAlready.
    """
    stay = stay_for(by, admission_id)
    if stay.qio_told_at is None or stay.member_id is None:
        raise MoveNotAllowed("The QIO was not asked about this stay, or nobody knows whose it is.")
    there = case_of_stay(stay.tenant_id, stay.id)
    case = locked(there.id, by=by) if there else open_case(_announced(stay), by=by, at=at)
    return be_told(case, stay.qio_told_at, by=by, at=at)


def _announced(stay: Admission) -> Announced:
    if stay.member_id is None or stay.qio_told_at is None:
        raise ValueError("only for an identified stay whose discharge is disputed")
    leaves_at = stay.discharge_planned_at or stay.qio_told_at
    return Announced(
        care=Care.HOSPITAL_STAY,
        member_id=stay.member_id,
        ends_on=office_calendar(stay.tenant_id).local(leaves_at).date(),
        provider_name=stay.hospital.name,
        provider_phone=stay.hospital.phone,
        admission_id=stay.id,
    )
