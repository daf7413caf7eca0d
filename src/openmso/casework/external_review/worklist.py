"""The queue of outside reviews, and what a row of it shows."""

from datetime import datetime

from openmso.office.worklists.items import ItemText

from .domain.forum import Forum
from .domain.states import State
from .models import ExternalReview

OUTSIDE_REVIEW = "external_review"
_NOTES = {
    State.PREPARED: "Gather our records now; the application may be in the mail",
    State.FILED: "Waits for the regulator; gather our records",
    State.PACKET_DUE: "Send the packet",
    State.PACKET_SENT: "Waits for the ruling",
    State.DELAYED: "Delayed: see what is missing",
    State.STANDS: "Our no stands: close",
    State.TO_CARRY_OUT: "Carry out the ruling and prove it",
    State.CARRIED_OUT: "Close",
}


def item_text(case: ExternalReview, *, due_at: datetime, due_rule: str) -> ItemText:
    """Return the row of this case."""
    member = case.member
    return ItemText(
        case_number=case.number,
        ipa_id=case.ipa_id,
        member_name=f"{member.family_name}, {member.given_name}",
        service=Forum(case.forum).label,
        line_of_business=case.line_of_business,
        urgency="expedited" if case.urgent else "standard",
        received_at=case.recorded_at,
        due_at=due_at,
        due_rule=due_rule,
        note=_NOTES.get(State(case.state), ""),
    )
