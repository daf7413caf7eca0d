"""A request that came too late for the QIO becomes the plan's fast appeal."""

from datetime import datetime
from uuid import UUID

from openmso.casework.appeals.actions.file_appeal import file_appeal
from openmso.casework.appeals.domain.filing import Channel, Filing
from openmso.casework.appeals.domain.types import FiledBy
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import close_all

from ..domain.states import Move, State, after
from ..events import Event
from ..models import FastTrackCase
from ..steps.costs import CHANGED, put_costs
from ..steps.locking import keep, locked
from ..steps.queues import renew_on_queue

FAST_BECAUSE = "It came too late for the QIO; the care ends now."


@action
def hand_to_appeals(
    case_id: UUID,
    request_id: UUID,
    *,
    words: str,
    by: Actor,
    at: datetime,
    version: int | None = None,
) -> FastTrackCase:
    """File the fast appeal against the no on this request, received when the member asked.

    Raises what `file_appeal` raises, CaseNotFound, MoveNotAllowed, ChangedMeanwhile, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    case = locked(case_id, by=by, version=version)
    if State(case.state) is not State.WITH_PLAN or case.asked_at is None:
        raise MoveNotAllowed("This case does not go to the plan's appeals.")
    filing = Filing(
        client_key=f"fast-track-{case.id}",
        request_id=request_id,
        channel=Channel.PHONE,
        received_at=case.asked_at,
        filed_by=FiledBy.MEMBER,
        filed_by_name=case.asked_by,
        words=words,
        fast=True,
        fast_because=FAST_BECAUSE,
    )
    appeal = file_appeal(filing, by=by, at=at)
    case.state = after(State(case.state), Move.CLOSE)
    case.appeal_id, case.closed_at = appeal.id, at
    case.closed_why = f"It goes on as appeal {appeal.number}."
    put_costs(case, decided_at=None)
    keep(case, "state", "appeal_id", "closed_at", "closed_why", *CHANGED)
    close_all(case, at=at)
    record(case, Event.HANDED_OVER, by=by, at=at, became=appeal.number)
    renew_on_queue(case, outcome="appeal filed", at=at)
    return case
