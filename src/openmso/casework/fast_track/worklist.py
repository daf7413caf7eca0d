"""The queue of care that ends, and what a row of it shows."""

from datetime import datetime

from openmso.office.worklists.items import ItemText

from .domain.states import State
from .models import FastTrackCase

CARE_ENDS = "care_ends"
_NOTES = {
    State.ANNOUNCED: "See that the notice is given in time",
    State.ASKED: "Waits for the QIO to tell us",
    State.REASONS_DUE: "Write the reasons, send the records",
    State.WITH_QIO: "Waits for the QIO's decision",
    State.WITH_PLAN: "Too late for the QIO: file the fast appeal",
    State.STANDS: "The end stands: the member may ask again",
    State.ASKED_AGAIN: "Waits for the QIO's second look",
}
_PAPERS_LATE = "Papers late: the plan pays for the delay. Still owed"


def note_of(case: FastTrackCase) -> str:
    """Return what the row says is to be done."""
    state = State(case.state)
    if case.papers_late_at is not None and state is State.REASONS_DUE:
        return _PAPERS_LATE
    if state is State.ANNOUNCED and case.notice_given_at is not None:
        return "Notice too late: it needs a later end" if case.notice_late else "Notice was given"
    return _NOTES.get(state, "")


def item_text(case: FastTrackCase, *, due_at: datetime, due_rule: str) -> ItemText:
    """Return the row of this case."""
    member = case.member
    return ItemText(
        case_number=case.number,
        ipa_id=case.ipa_id,
        member_name=f"{member.family_name}, {member.given_name}",
        service=f"{case.get_care_display().capitalize()} ends, {case.provider_name}"[:200],
        line_of_business=case.line_of_business,
        urgency="expedited",
        received_at=case.recorded_at,
        due_at=due_at,
        due_rule=due_rule,
        note=note_of(case),
    )
