"""The notice before care ends reached the member: signed, refused, or told by telephone."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar, rulebook
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import meet

from ..domain.clocks import GIVE_NOTICE
from ..domain.notice import Delivery, earliest_end, is_late, require_possible
from ..domain.states import OPEN, State
from ..events import Event
from ..models import FastTrackCase
from ..steps.locking import keep, locked
from ..steps.queues import renew_on_queue


@action
def record_notice(
    case_id: UUID, delivery: Delivery, *, by: Actor, at: datetime, version: int | None = None
) -> FastTrackCase:
    """Keep the proof. A notice that came too late is kept too, with the first end it allows.

    The notices of a hospital stay stand with the stay. Raises CaseNotFound, NotPossible,
    MoveNotAllowed, ChangedMeanwhile, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    require_possible(delivery, at=at)
    case = locked(case_id, by=by, version=version)
    if not case.end.questions.notice:
        raise MoveNotAllowed("The notices about a discharge are kept with the hospital stay.")
    if State(case.state) not in OPEN or case.notice_given_at is not None:
        raise MoveNotAllowed("No notice is owed on this case any more.")
    office = office_calendar(case.tenant_id)
    case.notice_given_at, case.notice_given_by = delivery.given_at, delivery.given_by.strip()
    case.notice_proof, case.notice_told_to = delivery.proof, delivery.told_to.strip()
    case.notice_witness, case.notice_mailed_on = delivery.witness.strip(), delivery.mailed_on
    case.notice_late = is_late(delivery.given_at, case.end, rulebook(), office)
    keep(
        case,
        *("notice_given_at", "notice_given_by", "notice_proof", "notice_told_to"),
        *("notice_witness", "notice_mailed_on", "notice_late"),
    )
    meet(case, GIVE_NOTICE, at=delivery.given_at)
    _record(case, delivery, by=by, at=at)
    renew_on_queue(case, outcome="notice given", at=at)
    return case


def _record(case: FastTrackCase, delivery: Delivery, *, by: Actor, at: datetime) -> None:
    record(
        case,
        Event.NOTICE_GIVEN,
        by=by,
        at=at,
        happened_at=delivery.given_at,
        given_by=case.notice_given_by,
        proof=delivery.proof.value,
        mailed_on=delivery.mailed_on.isoformat() if delivery.mailed_on else "",
    )
    if case.notice_late:
        office = office_calendar(case.tenant_id)
        allowed = earliest_end(delivery.given_at, case.end, rulebook(), office)
        record(case, Event.NOTICE_LATE, by=by, at=at, earliest_end=allowed.isoformat())
