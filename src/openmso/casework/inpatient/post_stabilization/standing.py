"""Who is responsible for a stored case as it stands at a moment, written down yet or not."""

from collections.abc import Iterable
from datetime import datetime

from openmso.office.law import rulebook
from openmso.office.timeline.models import Deadline

from .domain.clock import ANSWER_HOSPITAL, PUTS_ON_PLAN
from .domain.responsibility import Answer, Night, Responsibility, responsibility
from .domain.states import State
from .models import PostStabilization, SignedAnswer


def standing_of(
    case: PostStabilization,
    deadlines: Iterable[Deadline],
    answer: SignedAnswer | None,
    *,
    at: datetime,
) -> Responsibility:
    """Return what is true at `at`. `deadlines` are those of the case; reads nothing."""
    return responsibility(_night(case, governing(deadlines), answer), at=at)


def governing(deadlines: Iterable[Deadline]) -> Deadline | None:
    """Return the due time of our answer; None where no rule gives one."""
    return next(
        (each for each in deadlines if each.purpose == ANSWER_HOSPITAL and each.governs), None
    )


def puts_on_plan(deadline: Deadline) -> bool:
    """Tell whether the law puts the care on the plan when this time has passed."""
    return rulebook().rule(deadline.rule_id).consequence in PUTS_ON_PLAN


def _night(
    case: PostStabilization, deadline: Deadline | None, answer: SignedAnswer | None
) -> Night:
    speaks = deadline is not None and puts_on_plan(deadline)
    return Night(
        asked_at=case.asked_at,
        due_at=deadline.due_at if deadline is not None and speaks else None,
        answer=Answer(answer.outcome) if answer else None,
        answered_at=answer.answered_at if answer else None,
        ended_at=case.responsible_until,
        ours=case.state != State.NOT_OURS,
    )
