"""Which queue a grievance waits on, and what its row shows."""

from datetime import datetime

from openmso.office.worklists.items import ItemText

from .clock_keeping import speed_of
from .domain.states import OPEN
from .domain.types import Kind, categories
from .models import Grievance

GRIEVANCES = "grievances"


def queue_of(grievance: Grievance) -> str:
    """Return its queue; empty once it is closed."""
    return GRIEVANCES if grievance.state in OPEN else ""


def item_text(grievance: Grievance, *, due_at: datetime, due_rule: str) -> ItemText:
    """Return the row of this grievance; nothing on it says whom it is about."""
    member = grievance.member
    return ItemText(
        case_number=grievance.number,
        ipa_id=grievance.ipa_id,
        member_name=f"{member.family_name}, {member.given_name}",
        service=categories()[grievance.category].en,
        line_of_business=grievance.line_of_business,
        urgency=speed_of(grievance),
        received_at=grievance.received_at,
        due_at=due_at,
        due_rule=due_rule,
        note=note_of(grievance),
    )


def note_of(grievance: Grievance) -> str:
    """Say in a few words what the grievance waits for."""
    if grievance.late_at is not None:
        return "Time ran out; still needs an answer"
    if grievance.about_a_decision:
        return "Disputes a decision: is it an appeal?"
    if grievance.kind == Kind.EXEMPT:
        return "To be solved at once, without a letter"
    if grievance.authority == "pending":
        return "Representative's paper is missing"
    return ""
