"""The clocks of a case: computed when something starts them, stored, shown on its queue."""

from collections.abc import Callable
from datetime import datetime

from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.deadlines import computed, of_case, replace_deadlines
from openmso.office.timeline.models import Deadline
from openmso.rulebook.book import Rulebook
from openmso.rulebook.duty_clocks import DutyClock
from openmso.standards.calendars import OfficeCalendar

from ..domain.clocks import CARRY_OUT, OURS, Facts
from ..domain.forum import Forum
from ..domain.imr import Basis
from ..domain.states import State
from ..models import ExternalReview

Asked = Callable[[Facts, datetime, Rulebook, OfficeCalendar], tuple[DutyClock, ...]]


def start_clocks(
    case: ExternalReview, due_when: Asked, started_at: datetime, *, at: datetime
) -> list[Deadline]:
    """Store every clock that `due_when` finds to have started at `started_at`."""
    book, office = rulebook(), office_calendar(case.tenant_id)
    found = due_when(clock_facts(case), started_at, book, office)
    return replace_deadlines(case, computed(found, edition=book.edition), at=at)


def clock_facts(case: ExternalReview) -> Facts:
    """Return what the rules ask about this case."""
    return Facts(
        forum=Forum(case.forum),
        line_of_business=case.line_of_business,
        licensed_plan=case.plan.licensed_plan if case.plan else None,
        expedited=case.urgent,
        basis=Basis(case.basis).in_the_rulebook if case.basis else "",
        is_drug=case.request.is_drug,
    )


def next_due(case: ExternalReview) -> Deadline | None:
    """Return the due time to work by: our own open one first, else what is expected of others.

    After a ruling it stays the time to carry it out, until the proof is there.
    """
    found = [one for one in of_case(case.tenant_id, case.id) if one.governs]
    waiting = [
        one
        for one in found
        if one.met_at is None and one.closed_at is None and one.missed_at is None
    ]
    if case.state == State.TO_CARRY_OUT:
        waiting = [one for one in found if one.purpose == CARRY_OUT]
    return min(waiting, key=lambda one: (one.purpose not in OURS, one.due_at), default=None)
