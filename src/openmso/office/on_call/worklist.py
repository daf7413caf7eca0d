"""The queue of pages that nobody answered."""

from datetime import datetime

from openmso.office.worklists.items import ItemText

from .domain.duty_role import DUTY_NAMES, DutyRole
from .models import Page

ON_CALL = "on_call"


def item_text(page: Page, note: str, *, at: datetime) -> ItemText:
    """Return the row of a page. It names nobody, and is due at once: no rule gives it more time."""
    return ItemText(
        case_number=page.number,
        ipa_id=None,
        member_name="",
        service=f"Page: {DUTY_NAMES[DutyRole(page.role)]}",
        line_of_business="",
        urgency="expedited",
        received_at=page.asked_at,
        due_at=at,
        due_rule="",
        note=note,
    )
