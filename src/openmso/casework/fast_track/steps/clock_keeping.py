"""The clocks of a case: computed when something starts them, stored, shown on its queue."""

from collections.abc import Callable
from datetime import datetime

from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.deadlines import computed, of_case, replace_deadlines
from openmso.office.timeline.models import Deadline
from openmso.rulebook.book import Rulebook
from openmso.rulebook.duty_clocks import DutyClock
from openmso.standards.calendars import OfficeCalendar

from ..domain.care import End
from ..domain.clocks import ASK_QIO, GIVE_REASONS, OURS, SEND_RECORDS
from ..models import FastTrackCase

DueWhen = Callable[[End, datetime, Rulebook, OfficeCalendar], tuple[DutyClock, ...]]


def start_clocks(
    case: FastTrackCase, due_when: DueWhen, moment: datetime, *, at: datetime
) -> list[Deadline]:
    """Store every clock that `due_when` finds to have started at `moment`."""
    book, office = rulebook(), office_calendar(case.tenant_id)
    found = due_when(case.end, moment, book, office)
    return replace_deadlines(case, computed(found, edition=book.edition), at=at)


def next_due(case: FastTrackCase) -> Deadline | None:
    """Return the due time to work by: our own open one first, else what is expected of others.

    A paper of ours whose time has passed stays until it is done: it is still owed. Until when the
    member may ask in time is nobody's duty.
    """
    done = {
        GIVE_REASONS: case.reasons_given_at is not None,
        SEND_RECORDS: case.records_sent_at is not None,
    }
    waiting = [
        one
        for one in of_case(case.tenant_id, case.id)
        if one.governs
        and one.purpose != ASK_QIO
        and one.met_at is None
        and one.closed_at is None
        and not done.get(one.purpose, False)
    ]
    return min(waiting, key=lambda one: (one.purpose not in OURS, one.due_at), default=None)
