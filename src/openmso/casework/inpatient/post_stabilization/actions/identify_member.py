"""The patient is identified: from now on the time of their own line of business counts."""

from datetime import datetime
from uuid import UUID

from openmso.office.access.actor import Actor
from openmso.office.access.permissions import Permission
from openmso.office.moves import MoveNotAllowed
from openmso.office.timeline.action import action, record
from openmso.office.timeline.deadlines import begin_again, close_all, miss
from openmso.office.timeline.models import Deadline

from ..domain.clock import ANSWER_HOSPITAL
from ..domain.responsibility import Who
from ..domain.states import Move, State, after
from ..events import Event
from ..letters import order_letter_to_hospital
from ..models import PostStabilization
from ..patient import covered_patient
from ..steps.clock_keeping import keep_clock
from ..steps.locking import keep, locked
from ..steps.queues import to_its_queue
from ..steps.silence import put_on_plan

_WHO = ("member", "coverage", "plan", "ipa", "line_of_business")
_RESPONSIBLE = ("state", "responsible", "responsible_from", "responsible_rule")


class IdentifiedAlready(ValueError):
    """Somebody identified the patient before."""


@action
def identify_member(
    case_id: UUID, member_id: UUID, *, by: Actor, at: datetime, version: int | None = None
) -> PostStabilization:
    """Say who the patient is, and let their own line of business set the time.

    Without coverage with us on the day the case is closed as not our member. Raises CaseNotFound,
    ChangedMeanwhile, IdentifiedAlready, MoveNotAllowed, NoSuchMember, NotAllowed.
    """
    by.require(Permission.POST_STABILIZATION_FOLLOW)
    case = locked(case_id, by=by, version=version)
    if case.member_id is not None:
        raise IdentifiedAlready("The patient of this case is identified already.")
    if State(case.state) not in {State.ASKED, State.PLAN_RESPONSIBLE}:
        raise MoveNotAllowed("This case is closed.")
    covered_patient(case, member_id)
    keep(case, *_WHO)
    if case.coverage_id is None:
        _not_ours(case, by=by, at=at)
        return case
    record(case, Event.IDENTIFIED, by=by, at=at, line_of_business=case.line_of_business)
    _judge_again(case, by=by, at=at)
    return case


def _judge_again(case: PostStabilization, *, by: Actor, at: datetime) -> None:
    begin_again(case, at=at)
    deadline = keep_clock(case)
    due_at = deadline.due_at if deadline else None
    ran_out = due_at is not None and at > due_at
    if ran_out and deadline is not None and due_at == case.responsible_from:
        _stands(case, deadline, by=by, at=at)
        return
    if case.state == State.PLAN_RESPONSIBLE:
        _take_back(case, deadline, by=by, at=at)
    if ran_out and deadline is not None:
        put_on_plan(case, deadline, by=by, at=at)
    else:
        to_its_queue(case, deadline, outcome="patient identified", at=at)


def _stands(case: PostStabilization, deadline: Deadline, *, by: Actor, at: datetime) -> None:
    """The minute was the right one: now there is a plan to name in the letter."""
    miss(case, ANSWER_HOSPITAL, at=at)
    case.responsible_rule = deadline.rule_id
    keep(case, "responsible_rule")
    to_its_queue(case, deadline, outcome="patient identified", at=at)
    order_letter_to_hospital(case, by=by, at=at)


def _take_back(
    case: PostStabilization, deadline: Deadline | None, *, by: Actor, at: datetime
) -> None:
    """The minute was another line's: nobody is held to it."""
    case.state = after(State(case.state), Move.CORRECT_CLOCK)
    case.responsible, case.responsible_from, case.responsible_rule = Who.NOT_DECIDED, None, ""
    keep(case, *_RESPONSIBLE)
    record(
        case,
        Event.CLOCK_CORRECTED,
        by=by,
        at=at,
        line_of_business=case.line_of_business,
        rule=deadline.rule_id if deadline else "",
    )


def _not_ours(case: PostStabilization, *, by: Actor, at: datetime) -> None:
    case.state = after(State(case.state), Move.FIND_NOT_OURS)
    case.responsible, case.responsible_from, case.responsible_rule = Who.SOMEBODY_ELSE, None, ""
    keep(case, *_RESPONSIBLE)
    record(case, Event.NOT_OURS, by=by, at=at)
    close_all(case, at=at)
    to_its_queue(case, None, outcome="not our member", at=at)
