"""Which queue a stay waits on, and what its row shows."""

from datetime import datetime

from openmso.office.worklists.items import NO_RULE, ItemText

from .domain.concurrent_review import Desk
from .domain.states import State
from .models import Admission

STAY_NURSE = "stay_nurse"
STAY_PHYSICIAN = "stay_physician"
_QUEUES = {Desk.NURSE: STAY_NURSE, Desk.PHYSICIAN: STAY_PHYSICIAN}


def queue_of(admission: Admission) -> str:
    """Return the queue of a stay; empty when nobody has to look at it any more."""
    if State(admission.state) is not State.IN_HOUSE:
        return ""
    return _QUEUES[Desk(admission.review_desk)]


def item_text(admission: Admission, *, due_at: datetime) -> ItemText:
    """Return the row of this stay; `due_at` is the end of the day of the next review."""
    member = admission.member
    name = f"{member.family_name}, {member.given_name}" if member else admission.told_name
    return ItemText(
        case_number=admission.number,
        ipa_id=admission.ipa_id,
        member_name=name,
        service=f"Hospital stay, {admission.hospital.name}"[:200],
        line_of_business=admission.line_of_business,
        urgency="expedited",
        received_at=admission.notified_at,
        due_at=due_at,
        due_rule=NO_RULE,
        note="" if admission.member_id else "Patient not identified yet",
    )
