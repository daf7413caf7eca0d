"""How long the answer may take: from when it counts, and which questions the rulebook is asked."""

from dataclasses import replace
from datetime import datetime

from openmso.casework.prior_auth.domain.request import Urgency
from openmso.rulebook.book import Rulebook
from openmso.rulebook.clocks import running_clocks
from openmso.rulebook.duty_clocks import DutyClock, of_duty
from openmso.standards.calendars import OfficeCalendar

from .clock_facts import DECIDE, ClockFacts
from .types import Authority

_STANDARD = "remedies/first_step_answer"
_FAST = "remedies/first_step_fast_answer"
_PAYMENT = "appeals/payment_decision"


def begun_at(facts: ClockFacts, book: Rulebook, office: OfficeCalendar) -> datetime | None:
    """Return when the time for the answer begins; None while a representative's paper is awaited
    that the law lets the time begin with."""
    if facts.authority is Authority.NOT_NEEDED:
        return facts.received_at
    with_the_paper = book.answers_in_force(
        "appeals/clock_start",
        on=office.local(facts.received_at).date(),
        facts=facts.for_rulebook(),
    )
    if not with_the_paper:
        return facts.received_at
    shown_at = facts.authority_shown_at
    return max(shown_at, facts.received_at) if shown_at else None


def answer_clocks(
    facts: ClockFacts, begun: datetime, book: Rulebook, office: OfficeCalendar
) -> tuple[DutyClock, ...]:
    """Return the clocks of the answer to an appeal whose time began at `begun`.

    A wish for a fast answer that came later starts the fast time when it came; the usual time goes
    on from the first receipt, and whichever ends first governs. Raises ConflictingAnswers.
    """
    if facts.about_payment:
        return _asked(_payment_question(facts, book, office), facts, begun, book, office)
    if facts.urgency is Urgency.STANDARD:
        return _asked(_STANDARD, facts, begun, book, office)
    fast_from = max(begun, facts.fast_asked_at or begun)
    fast = _asked(_FAST, facts, fast_from, book, office)
    if fast_from == begun:
        return fast
    usual = _asked(_STANDARD, replace(facts, urgency=Urgency.STANDARD), begun, book, office)
    return _first_governs((*fast, *usual))


def _payment_question(facts: ClockFacts, book: Rulebook, office: OfficeCalendar) -> str:
    """Return the question about payment where the law has a time of its own for it."""
    on = office.local(facts.received_at).date()
    its_own = book.answers_in_force(_PAYMENT, on=on, facts=facts.for_rulebook())
    return _PAYMENT if its_own else _STANDARD


def _asked(
    question: str, facts: ClockFacts, begun: datetime, book: Rulebook, office: OfficeCalendar
) -> tuple[DutyClock, ...]:
    moments = {"appeal_received": begun, "grievance_received": begun}
    if facts.authority is Authority.SHOWN and facts.authority_shown_at is not None:
        moments["liability_waived"] = max(facts.authority_shown_at, facts.received_at)
    extended = facts.extension_taken_at is not None
    found = running_clocks(
        book,
        question,
        facts=facts.for_rulebook(),
        moments=moments,
        office=office,
        extended=extended,
    )
    return of_duty(DECIDE, found, extended=extended)


def _first_governs(found: tuple[DutyClock, ...]) -> tuple[DutyClock, ...]:
    candidates = [clock for clock in found if clock.governs]
    first = min(candidates, key=lambda clock: clock.due_at, default=None)
    return tuple(replace(clock, governs=clock is first) for clock in found)
