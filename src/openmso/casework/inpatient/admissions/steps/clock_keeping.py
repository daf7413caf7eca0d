"""The clocks of a stay kept in step with its facts: telling us, and the notices of a discharge."""

from openmso.office.law import office_calendar, rulebook
from openmso.office.timeline.deadlines import computed, meet, store_deadlines
from openmso.rulebook.duty_clocks import of_duty

from ..domain.discharge_notices import NoticeOwed
from ..domain.notification import NOTIFY, is_late, notification_clocks
from ..models import Admission
from ..queries import notices_given
from ..standing import owed_notices


def keep_notification_clock(admission: Admission) -> bool:
    """Store the clock of telling us as met, and tell whether the notice came late."""
    book, office = rulebook(), office_calendar(admission.tenant_id)
    clocks = notification_clocks(admission.admitted_at, admission.line_of_business, book, office)
    store_deadlines(admission, computed(of_duty(NOTIFY, clocks), edition=book.edition))
    meet(admission, NOTIFY, at=admission.notified_at)
    return is_late(admission.notified_at, clocks)


def keep_notice_clocks(admission: Admission) -> tuple[NoticeOwed, ...]:
    """Store the due times of the notices that are owed now and return them."""
    owed = owed_notices(admission, notices_given(admission))
    book = rulebook()
    for one in owed:
        if one.clock is not None and one.due_at is not None:
            clocks = of_duty(one.purpose, (one.clock,))
            store_deadlines(admission, computed(clocks, edition=book.edition))
    return owed
