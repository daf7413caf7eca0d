"""An appeal is dismissed for a reason of form; nobody looked at the care."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.action import action, record

from ..domain.filing import NotPossible, window_of
from ..domain.payment import why_not_dismissed_yet
from ..domain.states import Move, State, after
from ..domain.types import Authority
from ..events import Event
from ..letters import order_closed
from ..models import Appeal
from ..steps.ending import end_without_answer
from ..steps.locking import locked


class Form(StrEnum):
    """The only two reasons of form for which an appeal is dismissed."""

    LATE = "late"
    NO_AUTHORITY = "no_authority"


_WHY = {
    Form.LATE: "It came after the last day, and no good reason was given for that.",
    Form.NO_AUTHORITY: "We did not get the paper that lets somebody ask for the member.",
}


@action
def dismiss(appeal_id: UUID, *, form: Form, by: Actor, at: datetime) -> Appeal:
    """Dismiss an appeal for a reason of form, which must still be there.

    Raises MoveNotAllowed, NotPossible.
    """
    by.require(Permission.APPEAL_PREPARE)
    appeal = locked(appeal_id, by=by)
    state = after(State(appeal.state), Move.DISMISS)
    if form is Form.LATE and not (appeal.late and appeal.late_accepted_at is None):
        raise NotPossible("This appeal came in time, or its reason was accepted.")
    if form is Form.NO_AUTHORITY and appeal.authority != Authority.PENDING:
        raise NotPossible("No paper is awaited for this appeal.")
    if form is Form.NO_AUTHORITY and (not_yet := _may_still_come(appeal, at=at)):
        raise NotPossible(not_yet)
    appeal.closed_why = _WHY[form]
    end_without_answer(appeal, state, at=at)
    record(appeal, Event.DISMISSED, by=by, at=at, form=str(form))
    order_closed(appeal, by=by, at=at)
    return appeal


def _may_still_come(appeal: Appeal, *, at: datetime) -> str:
    office = office_calendar(appeal.tenant_id)
    line = appeal.line_of_business
    window = window_of(line, told_on=appeal.told_on, book=rulebook(), office=office)
    return why_not_dismissed_yet(
        line, appeal.filed_by, until=window.until, at=at, book=rulebook(), office=office
    )
