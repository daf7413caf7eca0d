"""The queue of case managers, and what the row of a case shows."""

from datetime import datetime

from openmso.office.worklists.items import ItemText

from .domain.due import DueNext, Waits
from .models import CareCase

CARE = "case_management"
OWN_DAY = "own day"
"""Stands for the rule of a row whose due day somebody of ours has set."""

_WAITS = {
    Waits.STATUS: "Daily status",
    Waits.TASK: "Task due",
    Waits.PLANNING: "Nothing planned: say what comes next",
}


def item_text(case: CareCase, due: DueNext, *, due_at: datetime) -> ItemText:
    """Return the row of this case; `due_at` is the end of the day on which `due` is."""
    return ItemText(
        case_number=case.number,
        ipa_id=case.ipa_id,
        member_name=f"{case.member.family_name}, {case.member.given_name}",
        service=service_of(case),
        line_of_business=case.line_of_business,
        urgency="standard",
        received_at=case.opened_at,
        due_at=due_at,
        due_rule=OWN_DAY,
        note=note_of(due),
    )


def service_of(case: CareCase) -> str:
    """Say what kind of case it is."""
    flagged = case.complex_from_on is not None and case.complex_until_on is None
    return "Care of a complex condition" if flagged else "Care of a member"


def note_of(due: DueNext) -> str:
    """Say in a few words what the case waits for."""
    return _WAITS[due.waits_for]
