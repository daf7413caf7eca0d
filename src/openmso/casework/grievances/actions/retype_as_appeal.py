"""A grievance is found to be an appeal: it goes on as one, with the clocks of its first receipt."""

from datetime import datetime
from uuid import UUID

from openmso.casework.appeals.actions.file_appeal import file_appeal
from openmso.casework.appeals.domain.filing import Channel, Filing, NotPossible
from openmso.casework.appeals.domain.types import Authority
from openmso.casework.appeals.domain.types import FiledBy as AppealFiledBy
from openmso.office.access.actor import Actor
from openmso.office.timeline.action import action, record

from ..domain.states import Move, State, after
from ..domain.types import FiledBy, Kind
from ..events import Event
from ..models import Grievance
from ..steps.closing import close_without_answer
from ..steps.locking import locked

APPEAL_FILED_BY = {
    FiledBy.MEMBER: AppealFiledBy.MEMBER,
    FiledBy.REPRESENTATIVE: AppealFiledBy.REPRESENTATIVE,
    FiledBy.PROVIDER: AppealFiledBy.TREATING_PHYSICIAN,
}


@action
def retype_as_appeal(
    grievance_id: UUID, *, request_id: UUID, why: str, by: Actor, at: datetime
) -> Grievance:
    """File the appeal against the no on `request_id`, received when the grievance was.

    Raises MoveNotAllowed, NotPossible, and what `file_appeal` raises.
    """
    if not why.strip():
        raise NotPossible("Say why it is an appeal.")
    grievance = locked(grievance_id, by=by)
    state = after(State(grievance.state), Move.RETYPE)
    appeal = file_appeal(_filing(grievance, request_id), by=by, at=at)
    if appeal.member_id != grievance.member_id:
        raise NotPossible("This request is of another member.")
    grievance.appeal, grievance.closed_why = appeal, why.strip()[:300]
    close_without_answer(grievance, state, at=at)
    record(
        grievance,
        Event.BECAME_APPEAL,
        by=by,
        at=at,
        appeal=appeal.number,
        why=grievance.closed_why,
        received_at=appeal.received_at.isoformat(),
    )
    return grievance


def _filing(grievance: Grievance, request_id: UUID) -> Filing:
    fast = grievance.kind == Kind.EXPEDITED
    return Filing(
        client_key=f"grievance-{grievance.id}",
        request_id=request_id,
        channel=Channel(grievance.channel),
        received_at=grievance.received_at,
        filed_by=APPEAL_FILED_BY[FiledBy(grievance.filed_by)],
        filed_by_name=grievance.filed_by_name,
        words=grievance.words,
        fast=fast,
        fast_because=grievance.fast_because,
        authority_shown=grievance.authority == Authority.SHOWN,
    )
