"""A case stays on the one queue of care that ends while somebody of ours has work with it."""

from datetime import datetime

from openmso.office.law import office_calendar, rulebook
from openmso.office.worklists.items import ItemText, leave_queue, move_item, open_item, refresh_item

from ..domain.asking import last_moment_to_ask
from ..domain.states import AT_WORK, State
from ..models import FastTrackCase
from ..worklist import CARE_ENDS, item_text
from .clock_keeping import next_due
from .costs import covered_if_it_ends


def put_on_queue(case: FastTrackCase, *, at: datetime) -> None:
    """Let a new case appear on the queue."""
    open_item(case, CARE_ENDS, _text(case), at=at)


def renew_on_queue(case: FastTrackCase, *, outcome: str, at: datetime) -> None:
    """Show the new state and due time; leave with `outcome` when nothing is left to do."""
    if State(case.state) not in AT_WORK:
        leave_queue(case, outcome, at=at)
        return
    text = _text(case)
    if not refresh_item(case, due_at=text.due_at, due_rule=text.due_rule, note=text.note):
        move_item(case, CARE_ENDS, text, outcome=outcome, at=at)


def _text(case: FastTrackCase) -> ItemText:
    due = next_due(case)
    if due is not None:
        return item_text(case, due_at=due.due_at, due_rule=due.rule_id)
    # Nothing is owed: by the time at which coverage would end, somebody looks what became of it.
    covered = covered_if_it_ends(case, decided_at=case.decided_at)
    office = office_calendar(case.tenant_id)
    rules = covered.rules or (last_moment_to_ask(case.end, rulebook(), office)[1],)
    return item_text(case, due_at=covered.until, due_rule=rules[0].id)
