"""An appeal is found to be a grievance: it goes on as one, with the clocks of its first receipt."""

from datetime import datetime
from uuid import UUID

from openmso.casework.appeals.domain.filing import Channel, NotPossible
from openmso.casework.appeals.domain.states import Move as AppealMove
from openmso.casework.appeals.domain.states import State as AppealState
from openmso.casework.appeals.domain.states import after as after_in_appeal
from openmso.casework.appeals.domain.types import Authority
from openmso.casework.appeals.events import Event as AppealEvent
from openmso.casework.appeals.models import Appeal
from openmso.casework.appeals.steps.ending import end_without_answer
from openmso.casework.appeals.steps.locking import locked as locked_appeal
from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.timeline.action import action, record

from ..domain.classifier import CaseType, Chosen, reason_kept
from ..domain.filing import Filing
from ..domain.types import FiledBy
from ..models import Grievance
from .file_grievance import file_grievance

_FILED_BY = {
    "member": FiledBy.MEMBER,
    "representative": FiledBy.REPRESENTATIVE,
    "treating_physician": FiledBy.PROVIDER,
    "noncontract_provider": FiledBy.PROVIDER,
}


@action
def retype_as_grievance(
    appeal_id: UUID, *, category: str, why: str, by: Actor, at: datetime
) -> Grievance:
    """Open the grievance, received when the appeal was, and close the appeal without a letter.

    The letter that the grievance is here tells the member. Raises AppealNotFound, MoveNotAllowed,
    NotPossible.
    """
    by.require(Permission.APPEAL_PREPARE)
    if not why.strip():
        raise NotPossible("Say why it is a grievance.")
    appeal = locked_appeal(appeal_id, by=by)
    after_in_appeal(AppealState(appeal.state), AppealMove.DISMISS)
    filing = _filing(appeal, category, why)
    grievance = file_grievance(filing, appeal_id=appeal.id, by=by, at=at)
    appeal.closed_why = f"It is a grievance: {grievance.number}. {why.strip()}"[:300]
    end_without_answer(appeal, AppealState.DISMISSED, at=at)
    record(appeal, AppealEvent.RETYPED, by=by, at=at, grievance=grievance.number, why=why.strip())
    return grievance


def _filing(appeal: Appeal, category: str, why: str) -> Filing:
    chosen = Chosen(decision=False, concern=True, why=why)
    return Filing(
        client_key=f"appeal-{appeal.id}",
        member_id=appeal.member_id,
        channel=Channel(appeal.channel),
        received_at=appeal.received_at,
        filed_by=_FILED_BY[appeal.filed_by],
        filed_by_name=appeal.filed_by_name,
        words=appeal.words,
        category=category,
        request_id=appeal.request_id,
        authority_shown=appeal.authority == Authority.SHOWN,
        type_reason=reason_kept(chosen, appeal.line_of_business, type_=CaseType.GRIEVANCE),
    )
