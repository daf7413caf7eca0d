"""Which queue an appeal waits on, and what its row shows."""

from datetime import datetime

from openmso.office.worklists.items import ItemText

from .domain.states import State
from .domain.types import Authority
from .models import Appeal

APPEALS = "appeals"
APPEAL_REVIEW = "appeal_review"
TO_PAY = "appeal_to_pay"

QUEUE_OF: dict[State, str] = {
    State.OPEN: APPEALS,
    State.WITH_REVIEWER: APPEAL_REVIEW,
}


def item_text(appeal: Appeal, service: str, *, due_at: datetime, due_rule: str) -> ItemText:
    """Return the row of this appeal; `service` names the first service of its request."""
    member = appeal.member
    return ItemText(
        case_number=appeal.number,
        ipa_id=appeal.ipa_id,
        member_name=f"{member.family_name}, {member.given_name}",
        service=service[:200],
        line_of_business=appeal.line_of_business,
        urgency=appeal.urgency,
        received_at=appeal.received_at,
        due_at=due_at,
        due_rule=due_rule,
        note=note_of(appeal),
    )


def note_of(appeal: Appeal) -> str:
    """Say in a few words what the appeal waits for."""
    if appeal.silence_at is not None:
        return "Time ran out; still needs an answer"
    if appeal.authority == Authority.PENDING:
        return "Representative's paper is missing"
    if appeal.late and appeal.late_accepted_at is None:
        return "Came late: is the reason good?"
    if appeal.fast_refused_at is not None and appeal.fast_refusal_told_at is None:
        return "Tell the member by voice that it takes the usual time"
    return ""
