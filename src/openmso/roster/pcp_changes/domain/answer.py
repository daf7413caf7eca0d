"""The plan's answer to a wish for another doctor is what its eligibility file says next."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class State(StrEnum):
    ASKED = "asked"
    PASSED_ON = "passed_on"
    CHANGED = "changed"
    OTHER_DOCTOR = "other_doctor"
    COVERAGE_ENDED = "coverage_ended"


OPEN = frozenset({State.ASKED, State.PASSED_ON})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """From which doctor to which, under which plan."""

    plan_id: UUID
    before_id: UUID | None
    wanted_id: UUID


def answer_in(wish: Wish, *, doctors_by_plan: dict[UUID, UUID | None]) -> State | None:
    """Tell what the coverage known now says; None while it says what it said when it was asked.

    `doctors_by_plan` holds the present doctor of every plan that covers the member today.
    """
    if wish.plan_id not in doctors_by_plan:
        return State.COVERAGE_ENDED
    present = doctors_by_plan[wish.plan_id]
    if present == wish.wanted_id:
        return State.CHANGED
    if present is None or present == wish.before_id:
        return None
    return State.OTHER_DOCTOR
