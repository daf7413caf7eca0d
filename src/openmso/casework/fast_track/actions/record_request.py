"""The member asked for a fast look at the end of care, and we heard of it from the member."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import meet

from ..domain.asking import Asking, Way, meaning_of_asking
from ..domain.clocks import ASK_QIO, due_when_late
from ..domain.notice import NotPossible
from ..domain.states import Move, State, after
from ..events import Event
from ..models import FastTrackCase
from ..steps.clock_keeping import start_clocks
from ..steps.locking import keep, locked
from ..steps.queues import renew_on_queue


@action
def record_request(
    case_id: UUID,
    *,
    asked_at: datetime,
    asked_by: str,
    by: Actor,
    at: datetime,
    version: int | None = None,
) -> FastTrackCase:
    """Keep when it was asked and what that means; a late request is never turned away.

    It goes to whomever the law lets hear it: the QIO all the same, or the plan's fast appeal.
    Raises CaseNotFound, NotPossible, MoveNotAllowed, ChangedMeanwhile, NotAllowed.
    """
    by.require(Permission.OUTSIDE_REVIEW_WORK)
    if asked_at > at:
        raise NotPossible("This time has not come yet.")
    if not asked_by.strip():
        raise NotPossible("Say who asked.")
    case = locked(case_id, by=by, version=version)
    means = meaning_of_asking(asked_at, case.end, rulebook(), office_calendar(case.tenant_id))
    to_plan = means.way is Way.PLAN_APPEAL
    case.state = after(State(case.state), Move.ASK_PLAN if to_plan else Move.ASK)
    case.asked_at, case.asked_by, case.asked_way = asked_at, asked_by.strip(), means.way
    keep(case, "state", "asked_at", "asked_by", "asked_way")
    meet(case, ASK_QIO, at=asked_at)
    if to_plan:
        start_clocks(case, due_when_late, asked_at, at=at)
    _record(case, means, by=by, at=at)
    renew_on_queue(case, outcome="asked", at=at)
    return case


def _record(case: FastTrackCase, means: Asking, *, by: Actor, at: datetime) -> None:
    record(
        case,
        Event.ASKED_PLAN if means.way is Way.PLAN_APPEAL else Event.ASKED,
        by=by,
        at=at,
        happened_at=case.asked_at,
        asked_by=case.asked_by,
        means=means.way.value,
        rule=means.rule.id,
        late_rule=means.late_rule.id if means.late_rule else "",
        citation=(means.late_rule or means.rule).citation,
    )
