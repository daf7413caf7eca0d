"""Which queue a hospital's request waits on, and what its row shows."""

from datetime import datetime

from openmso.office.worklists.items import ItemText

from .domain.request import Purpose
from .domain.states import State
from .models import PostStabilization

HOSPITAL_WAITS = "post_stabilization"
ON_THE_PLAN = "plan_responsible"

QUEUE_OF: dict[State, str] = {
    State.ASKED: HOSPITAL_WAITS,
    State.DISAGREED: ON_THE_PLAN,
    State.PLAN_RESPONSIBLE: ON_THE_PLAN,
}
_NOTES = {
    State.DISAGREED: "We disagreed: reach the hospital's physician",
    State.PLAN_RESPONSIBLE: "Alert: nobody answered in time",
}
_PURPOSES = {
    Purpose.MAINTAIN.value: "Care to maintain the stabilized condition",
    Purpose.IMPROVE.value: "Care to improve or resolve the condition",
}


def item_text(case: PostStabilization, *, due_at: datetime, due_rule: str) -> ItemText:
    """Return the row of this case."""
    member = case.member
    return ItemText(
        case_number=case.number,
        ipa_id=case.ipa_id,
        member_name=f"{member.family_name}, {member.given_name}" if member else case.told_name,
        service=_PURPOSES[case.purpose],
        line_of_business=case.line_of_business,
        urgency="expedited",
        received_at=case.asked_at or case.recorded_at,
        due_at=due_at,
        due_rule=due_rule,
        note=note_of(case),
    )


def note_of(case: PostStabilization) -> str:
    """Say in a few words what the case waits for."""
    waits_for_name = "Patient not identified yet" if case.member_id is None else ""
    return _NOTES.get(State(case.state), waits_for_name)
