"""The clocks of a stay kept in step with its facts: telling us, and the notices of a discharge."""

from collections.abc import Iterable

from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.deadlines import ComputedDeadline, meet, store_deadlines
from openmso.rulebook.clocks import Clock

from ..domain.discharge_notices import NoticeOwed
from ..domain.notification import NOTIFY, is_late, notification_clocks
from ..models import Admission
from ..queries import notices_given
from ..standing import owed_notices


def keep_notification_clock(admission: Admission) -> bool:
    """Store the clock of telling us as met, and tell whether the notice came late."""
    book, office = rulebook(), office_calendar(admission.tenant_id)
    clocks = notification_clocks(admission.admitted_at, admission.line_of_business, book, office)
    store_deadlines(admission, _computed(NOTIFY, clocks, book.edition))
    meet(admission, NOTIFY, at=admission.notified_at)
    return is_late(admission.notified_at, clocks)


def keep_notice_clocks(admission: Admission) -> tuple[NoticeOwed, ...]:
    """Store the due times of the notices that are owed now and return them."""
    owed = owed_notices(admission, notices_given(admission))
    book = rulebook()
    for one in owed:
        if one.clock is not None and one.due_at is not None:
            store_deadlines(admission, _computed(one.purpose, (one.clock,), book.edition))
    return owed


def computed_clocks(purpose: str, clocks: Iterable[Clock]) -> list[ComputedDeadline]:
    """Return running clocks as they are stored."""
    return _computed(purpose, clocks, rulebook().edition)


def _computed(purpose: str, clocks: Iterable[Clock], edition: str) -> list[ComputedDeadline]:
    return [
        ComputedDeadline(
            purpose=purpose,
            rule_id=clock.rule.id,
            question=clock.rule.question,
            authority=str(clock.rule.authority),
            citation=clock.rule.citation,
            verified=str(clock.rule.verified),
            edition=edition,
            starts_with=clock.rule.starts_at,
            started_at=clock.started_at,
            due_at=clock.due.due_at,
            extended=False,
            governs=clock.governs,
            working=clock.due.working,
        )
        for clock in clocks
        if clock.due.due_at is not None
    ]
