"""Nobody answered in time: the plan is responsible from the due time on, and says so in writing."""

from datetime import datetime

from openmso.office.access.actor import Actor
from openmso.office.law import rulebook
from openmso.office.timeline.action import record
from openmso.office.timeline.deadlines import miss
from openmso.office.timeline.models import Deadline

from ..domain.clock import ANSWER_HOSPITAL
from ..domain.responsibility import Who
from ..domain.states import Move, State, after
from ..events import Event
from ..letters import order_letter_to_hospital
from ..models import PostStabilization
from ..standing import puts_on_plan
from .locking import keep
from .queues import to_its_queue


def put_on_plan(case: PostStabilization, deadline: Deadline, *, by: Actor, at: datetime) -> None:
    """Record the plan's responsibility from the due time that passed; alert, and write.

    A due time without a consequence in law is only marked as missed: the case stays where it is.
    The letter about a patient who is not identified yet is ordered when they are.
    """
    miss(case, ANSWER_HOSPITAL, at=at)
    rule = rulebook().rule(deadline.rule_id)
    if puts_on_plan(deadline):
        case.state = after(State(case.state), Move.RUN_OUT_OF_TIME)
        case.responsible = Who.PLAN
        case.responsible_from = deadline.due_at
        case.responsible_rule = deadline.rule_id
        keep(case, "state", "responsible", "responsible_from", "responsible_rule")
    record(
        case,
        Event.TIME_RAN_OUT,
        by=by,
        at=at,
        happened_at=deadline.due_at,
        rule=deadline.rule_id,
        citation=deadline.citation,
        means=str(rule.consequence or ""),
    )
    if case.state == State.PLAN_RESPONSIBLE:
        to_its_queue(case, deadline, outcome="time ran out", at=at)
        order_letter_to_hospital(case, by=by, at=at)
