"""Which clocks run on an appeal: which questions the rulebook is asked, and with which facts.

Every authority's answer is kept; the strictest governs. Each counts under the law of the day on
which its own clock began.
"""

from collections.abc import Mapping
from datetime import datetime

from openmso.rulebook.book import Rulebook
from openmso.rulebook.clocks import Clock, running_clocks
from openmso.rulebook.duty_clocks import DutyClock, of_duty
from openmso.standards.calendars import LimitInWords, OfficeCalendar

from .answer_time import answer_clocks, begun_at
from .clock_facts import (
    ACKNOWLEDGE,
    PAY,
    SEND_ON,
    TELL_EXTENSION,
    TELL_NOT_FAST,
    ClockFacts,
)
from .deciding import Result

_STAYS = frozenset({Result.UPHELD, Result.PARTLY_UPHELD})


def clocks(facts: ClockFacts, book: Rulebook, office: OfficeCalendar) -> tuple[DutyClock, ...]:
    """Return every clock of the appeal as the facts stand; none where no rule answers.

    Raises ConflictingAnswers.
    """
    begun = begun_at(facts, book, office)
    if begun is None:
        return ()
    decide = answer_clocks(facts, begun, book, office)
    acknowledge = _run(
        ACKNOWLEDGE,
        "grievances/acknowledgement",
        facts,
        {"grievance_received": facts.received_at},
        book,
        office,
    )
    return (
        *decide,
        *acknowledge,
        *_told(facts, book, office),
        *_told_not_fast(facts, book, office),
        *_onward(facts, decide, book, office),
        *_paid(facts, begun, book, office),
    )


def goes_on(facts: ClockFacts, book: Rulebook, office: OfficeCalendar) -> bool:
    """Tell whether a no that stands goes to an independent entity by itself."""
    asked = {**facts.for_rulebook(), "appeal_result": str(Result.UPHELD)}
    on = office.local(facts.received_at).date()
    return bool(book.answers_in_force("appeals/forwarding", on=on, facts=asked))


def _told(facts: ClockFacts, book: Rulebook, office: OfficeCalendar) -> tuple[DutyClock, ...]:
    if facts.extension_taken_at is None:
        return ()
    moments = {"extension_taken": facts.extension_taken_at}
    return _run(TELL_EXTENSION, "appeals/extension_notice", facts, moments, book, office)


def _told_not_fast(
    facts: ClockFacts, book: Rulebook, office: OfficeCalendar
) -> tuple[DutyClock, ...]:
    """Return by when the letter leaves that says that a wish for a fast answer was refused."""
    refused_at = facts.fast_refused_at
    if refused_at is None:
        return ()
    # Some laws count from telling it by voice, which is owed at once: refusing is the safe start.
    moments = {"expedition_refused": refused_at, "expedition_refusal_told": refused_at}
    return _run(TELL_NOT_FAST, "appeals/expedition_refused", facts, moments, book, office)


def _paid(
    facts: ClockFacts, begun: datetime, book: Rulebook, office: OfficeCalendar
) -> tuple[DutyClock, ...]:
    """Return by when an order to pay is carried out; none where the law names no time."""
    if facts.ordered_at is None or facts.ordered_by is None:
        return ()
    waived_at = facts.authority_shown_at
    received_at = max(begun, waived_at) if waived_at else begun
    found = running_clocks(
        book,
        "appeals/carry_out_pay",
        facts={**facts.for_rulebook(), "reversed_by": str(facts.ordered_by)},
        moments={"reversal_received": facts.ordered_at, "appeal_received": received_at},
        office=office,
    )
    return of_duty(PAY, found)


def _onward(
    facts: ClockFacts, decide: tuple[DutyClock, ...], book: Rulebook, office: OfficeCalendar
) -> tuple[DutyClock, ...]:
    """Return by when the case file leaves: of a no that stands, or after the time ran out."""
    if facts.late_at is not None:
        late = _run(
            SEND_ON, "appeals/silence", facts, {"deadline_passed": facts.late_at}, book, office
        )
        if late:
            return late
    if facts.late_at is None and (facts.answered_at is None or facts.result not in _STAYS):
        return ()
    asked = {**facts.for_rulebook(), "appeal_result": str(facts.result or Result.UPHELD)}
    upheld_at = facts.answered_at or facts.late_at or facts.received_at
    found = running_clocks(
        book, "appeals/forwarding", facts=asked, moments={"appeal_upheld": upheld_at}, office=office
    )
    own = next((clock for clock in decide if clock.governs), None)
    return tuple(clock for one in found for clock in _by_own_or_same_limit(one, own))


def _by_own_or_same_limit(one: Clock, own: DutyClock | None) -> tuple[DutyClock, ...]:
    """A rule that sends "by the same deadline" has the due time of the answer itself."""
    if not isinstance(one.rule.value, LimitInWords):
        return of_duty(SEND_ON, (one,))
    if own is None:
        return ()
    sent_with_it = DutyClock(
        purpose=SEND_ON,
        rule=one.rule,
        started_at=one.started_at,
        due_at=own.due_at,
        governs=True,
        extended=own.extended,
        working=(*one.due.working, *own.working),
    )
    return (sent_with_it,)


def _run(
    purpose: str,
    question: str,
    facts: ClockFacts,
    moments: Mapping[str, datetime],
    book: Rulebook,
    office: OfficeCalendar,
) -> tuple[DutyClock, ...]:
    found = running_clocks(
        book, question, facts=facts.for_rulebook(), moments=moments, office=office
    )
    return of_duty(purpose, found)
