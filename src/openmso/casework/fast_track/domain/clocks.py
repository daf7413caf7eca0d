"""The times of care that ends: ours to keep, the provider's, the member's and the QIO's.

No number stands here. Each duty names its question in the rulebook and the instant that starts it.
"""

from datetime import datetime

from openmso.rulebook.book import Rulebook
from openmso.rulebook.clocks import running_clocks
from openmso.rulebook.duty_clocks import DutyClock, of_duty
from openmso.standards.calendars import OfficeCalendar

from .care import PLAN_ANSWER, End

GIVE_NOTICE = "give_notice"
ASK_QIO = "ask_qio"
GIVE_REASONS = "give_reasons"
SEND_RECORDS = "send_records"
QIO_DECISION = "qio_decision"
ASK_AGAIN = "ask_again"
QIO_SECOND_DECISION = "qio_second_decision"
ANSWER_APPEAL = "answer_fast_appeal"

OURS = frozenset({GIVE_NOTICE, GIVE_REASONS, SEND_RECORDS, ANSWER_APPEAL})
"""The purposes this office sees to; the others tell what members and the QIO may do until when."""

PAPERS = (GIVE_REASONS, SEND_RECORDS)


def due_when_announced(
    end: End, moment: datetime, book: Rulebook, office: OfficeCalendar
) -> tuple[DutyClock, ...]:
    """Return by when the notice is owed, and until when the QIO may be asked in time.

    `moment` is the end itself: these times count back from it, or end with its day.
    """
    ends, asks = end.questions.ends, end.questions
    notice = _due(GIVE_NOTICE, asks.notice, ends, moment, end, book, office)
    return notice + _due(ASK_QIO, asks.ask, ends, moment, end, book, office)


def due_when_late(
    end: End, moment: datetime, book: Rulebook, office: OfficeCalendar
) -> tuple[DutyClock, ...]:
    """Return by when the plan answers the fast appeal that a late request at `moment` is."""
    facts = end.facts | {"urgency": "expedited", "item_or_drug": "item"}
    running = running_clocks(
        book, PLAN_ANSWER, facts=facts, moments={"appeal_received": moment}, office=office
    )
    return of_duty(ANSWER_APPEAL, running)


def due_when_told(
    end: End, moment: datetime, book: Rulebook, office: OfficeCalendar
) -> tuple[DutyClock, ...]:
    """Return by when the reasons and the records are owed, once the QIO told us at `moment`."""
    found: tuple[DutyClock, ...] = ()
    for purpose in PAPERS:
        found += _due(purpose, end.questions.explain, "qio_told_us", moment, end, book, office)
    return found


def due_when_sent(
    end: End, moment: datetime, book: Rulebook, office: OfficeCalendar
) -> tuple[DutyClock, ...]:
    """Return when the QIO's decision may be expected, once it had everything at `moment`."""
    starts = "qio_information_complete"
    return _due(QIO_DECISION, end.questions.decide, starts, moment, end, book, office)


def due_when_decided(
    end: End, moment: datetime, book: Rulebook, office: OfficeCalendar
) -> tuple[DutyClock, ...]:
    """Return until when the member may ask the QIO to look again; empty where no rule says."""
    starts = "qio_decision_received"
    return _due(ASK_AGAIN, end.questions.ask_again, starts, moment, end, book, office)


def due_when_asked_again(
    end: End, moment: datetime, book: Rulebook, office: OfficeCalendar
) -> tuple[DutyClock, ...]:
    """Return when the second decision may be expected; empty where no rule says."""
    question = end.questions.decide_again
    return _due(QIO_SECOND_DECISION, question, "qio_asked", moment, end, book, office)


def _due(
    purpose: str,
    question: str,
    starts: str,
    moment: datetime,
    end: End,
    book: Rulebook,
    office: OfficeCalendar,
) -> tuple[DutyClock, ...]:
    if not question:
        return ()
    running = running_clocks(
        book, question, facts=end.facts, moments={starts: moment}, office=office
    )
    return of_duty(purpose, running)
