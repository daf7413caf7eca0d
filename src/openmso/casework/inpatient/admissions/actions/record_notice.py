"""A notice about the discharge was handed to the patient."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import meet

from ..domain.discharge_notices import purpose_of
from ..domain.stay import StayNotPossible
from ..events import Event
from ..models import Admission, NoticeGiven
from ..queries import notices_given
from ..standing import owed_notices
from ..steps.locking import locked


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """`notice_id` is the rulebook's, `given_by` who handed it out, `signed` as NoticeGiven says."""

    notice_id: str
    given_at: datetime
    given_by: str
    signed: str


@action
def record_notice(admission_id: UUID, handed: Handed, *, by: Actor, at: datetime) -> Admission:
    """Keep that it was given; its clock stops at that time, also when it was late.

    Raises StayNotFound, NotAllowed, StayNotPossible; MoveNotAllowed for a notice not owed here.
    """
    by.require(Permission.STAY_FOLLOW)
    stay = locked(admission_id, by=by)
    owed = {one.notice.id for one in owed_notices(stay, notices_given(stay))}
    if handed.notice_id not in owed:
        raise MoveNotAllowed("This notice is not owed for this stay.")
    if handed.given_at > at:
        raise StayNotPossible("This time has not come yet.")
    try:
        with transaction.atomic():
            NoticeGiven.objects.create(
                tenant_id=stay.tenant_id,
                admission=stay,
                notice_id=handed.notice_id,
                given_at=handed.given_at,
                given_by=handed.given_by,
                signed=handed.signed,
                recorded_at=at,
            )
    except IntegrityError:
        raise MoveNotAllowed("This notice is on record as given already.") from None
    meet(stay, purpose_of(handed.notice_id), at=handed.given_at)
    record(
        stay,
        Event.NOTICE_GIVEN,
        by=by,
        at=at,
        happened_at=handed.given_at,
        notice=handed.notice_id,
        signed=handed.signed,
        given_by=handed.given_by,
    )
    return stay
