"""The detailed reasons for the end of care are written as a letter to the member."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record

from ..domain.reasons import Reasons, require_whole
from ..domain.states import State
from ..events import Event
from ..letters import order_reasons
from ..models import FastTrackCase
from ..steps.locking import keep, locked


@action
def write_reasons(
    case_id: UUID, reasons: Reasons, *, by: Actor, at: datetime, version: int | None = None
) -> FastTrackCase:
    """Order the letter. It explains; it decides nothing, and may be written again until given.

    Raises CaseNotFound, NotPossible, MoveNotAllowed, ChangedMeanwhile, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    case = locked(case_id, by=by, version=version)
    if State(case.state) is not State.REASONS_DUE or case.reasons_given_at is not None:
        raise MoveNotAllowed("No reasons are owed on this case now.")
    require_whole(reasons, again=case.came_from_id is not None)
    case.reasons_written_at = at
    keep(case, "reasons_written_at")
    record(case, Event.REASONS_WRITTEN, by=by, at=at, rule_used=reasons.rule_used.strip())
    order_reasons(case, reasons, by=by, at=at)
    return case
