"""Which queue a request waits on, and what its row shows."""

from datetime import datetime

from openmso.office.worklists.items import ItemText

from .domain.states import State
from .models import AuthorizationRequest

INTAKE = "intake"
NURSE = "nurse"
PHYSICIAN = "physician"

QUEUE_OF: dict[State, str] = {
    State.RECEIVED: INTAKE,
    State.WAITING_FOR_INFORMATION: INTAKE,
    State.IN_REVIEW: NURSE,
    State.WITH_PHYSICIAN: PHYSICIAN,
}


def item_text(
    request: AuthorizationRequest, service: str, *, due_at: datetime, due_rule: str
) -> ItemText:
    """Return the row of this request; `service` names its first service."""
    member = request.member
    return ItemText(
        case_number=request.number,
        ipa_id=request.ipa_id,
        member_name=f"{member.family_name}, {member.given_name}",
        service=service[:200],
        line_of_business=request.line_of_business,
        urgency=request.urgency,
        received_at=request.received_at,
        due_at=due_at,
        due_rule=due_rule,
        note=note_of(request),
    )


def note_of(request: AuthorizationRequest) -> str:
    """Say in a few words what the case waits for."""
    if request.silence_at is not None:
        return "Time ran out; still needs an answer"
    if request.state == State.WAITING_FOR_INFORMATION:
        return "Waiting for the office"
    if request.reopened_at is not None:
        return "Opened again"
    if request.missing:
        return "Something is missing"
    if request.likely_duplicate_id is not None:
        return "Looks like a duplicate"
    return ""
