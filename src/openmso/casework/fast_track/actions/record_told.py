"""The QIO tells us that it was asked: from now on reasons and records are owed."""

from datetime import datetime
from uuid import UUID

from openmso.casework.inpatient.admissions.actions.record_dispute import record_dispute
from openmso.casework.inpatient.admissions.domain.states import State as StayState
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action

from ..domain.notice import NotPossible
from ..models import FastTrackCase
from ..steps.locking import locked
from ..steps.telling import be_told


@action
def record_told(
    case_id: UUID,
    *,
    told_at: datetime,
    reference: str = "",
    by: Actor,
    at: datetime,
    version: int | None = None,
) -> FastTrackCase:
    """Keep when the QIO told us and start the time of our papers; a stay hears of it too.

    A member need not tell us: whether the request came in time is then the QIO's to say. Raises
    CaseNotFound, NotPossible, MoveNotAllowed, ChangedMeanwhile, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    if told_at > at:
        raise NotPossible("This time has not come yet.")
    case = locked(case_id, by=by, version=version)
    if case.asked_at is not None and told_at < case.asked_at:
        raise NotPossible("The QIO tells us after the member asked it.")
    be_told(case, told_at, reference=reference, by=by, at=at)
    _tell_the_stay(case, told_at, by=by, at=at)
    return case


def _tell_the_stay(case: FastTrackCase, told_at: datetime, *, by: Actor, at: datetime) -> None:
    stay = case.admission
    if stay is None or stay.qio_told_at is not None or stay.state != StayState.IN_HOUSE:
        return
    record_dispute(stay.id, told_at=told_at, by=by, at=at)
