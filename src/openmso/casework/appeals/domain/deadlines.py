"""Which clocks run on an appeal: which questions the rulebook is asked, and with which facts.

Every authority's answer is kept; the strictest governs. Each counts under the law of the day on
which its own clock began.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from openmso.casework.prior_auth.domain.request import Urgency
from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.rulebook.clocks import Clock as Running
from openmso.rulebook.clocks import running_clocks
from openmso.standards.calendars import LimitInWords, OfficeCalendar

from .deciding import Result
from .types import Authority, FiledBy

DECIDE = "decide_appeal"
ACKNOWLEDGE = "acknowledge_appeal"
TELL_EXTENSION = "tell_appeal_extension"
SEND_ON = "send_appeal_on"

_ANSWER = {
    Urgency.STANDARD: "remedies/first_step_answer",
    Urgency.EXPEDITED: "remedies/first_step_fast_answer",
}
_STAYS = frozenset({Result.UPHELD, Result.PARTLY_UPHELD})


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockFacts:
    """Everything a clock of this appeal can depend on; instants carry a time zone.

    `late_at`: its own time ran out then and nobody had answered.
    """

    line_of_business: str
    urgency: Urgency
    is_drug: bool
    filed_by: FiledBy
    authority: Authority
    received_at: datetime
    authority_shown_at: datetime | None = None
    extension_taken_at: datetime | None = None
    answered_at: datetime | None = None
    result: Result | None = None
    late_at: datetime | None = None

    def for_rulebook(self) -> dict[str, str | bool | None]:
        """Return these facts in the words of the rulebook."""
        return {
            "line_of_business": self.line_of_business,
            "urgency": str(self.urgency),
            "item_or_drug": "drug" if self.is_drug else "item",
            "filed_by": str(self.filed_by),
            "appeal_result": str(self.result) if self.result else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One due time of one rule, ready to be stored."""

    purpose: str
    rule: Answer
    started_at: datetime
    due_at: datetime
    governs: bool
    extended: bool
    working: tuple[str, ...]


def clocks(facts: ClockFacts, book: Rulebook, office: OfficeCalendar) -> tuple[Clock, ...]:
    """Return every clock of the appeal as the facts stand; none where no rule answers.

    Raises ConflictingAnswers.
    """
    begun = begun_at(facts, book, office)
    if begun is None:
        return ()
    decide = _run(
        DECIDE,
        _ANSWER[facts.urgency],
        facts,
        {"appeal_received": begun, "grievance_received": begun},
        book,
        office,
        extended=facts.extension_taken_at is not None,
    )
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
        *_onward(facts, decide, book, office),
    )


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


def governing(found: tuple[Clock, ...], purpose: str) -> Clock | None:
    """Return the clock that governs `purpose`, or None when none runs."""
    return next((clock for clock in found if clock.purpose == purpose and clock.governs), None)


def goes_on(facts: ClockFacts, book: Rulebook, office: OfficeCalendar) -> bool:
    """Tell whether a no that stands goes to an independent entity by itself."""
    asked = {**facts.for_rulebook(), "appeal_result": str(Result.UPHELD)}
    on = office.local(facts.received_at).date()
    return bool(book.answers_in_force("appeals/forwarding", on=on, facts=asked))


def _told(facts: ClockFacts, book: Rulebook, office: OfficeCalendar) -> tuple[Clock, ...]:
    if facts.extension_taken_at is None:
        return ()
    moments = {"extension_taken": facts.extension_taken_at}
    return _run(TELL_EXTENSION, "appeals/extension_notice", facts, moments, book, office)


def _onward(
    facts: ClockFacts, decide: tuple[Clock, ...], book: Rulebook, office: OfficeCalendar
) -> tuple[Clock, ...]:
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
    return tuple(clock for one in found if (clock := _by_own_or_same_limit(one, own)) is not None)


def _by_own_or_same_limit(one: Running, own: Clock | None) -> Clock | None:
    """A rule that sends "by the same deadline" has the due time of the answer itself."""
    if isinstance(one.rule.value, LimitInWords):
        if own is None:
            return None
        return Clock(
            purpose=SEND_ON,
            rule=one.rule,
            started_at=one.started_at,
            due_at=own.due_at,
            governs=True,
            extended=own.extended,
            working=(*one.due.working, *own.working),
        )
    return _clock(SEND_ON, one, extended=False)


def _run(
    purpose: str,
    question: str,
    facts: ClockFacts,
    moments: Mapping[str, datetime],
    book: Rulebook,
    office: OfficeCalendar,
    *,
    extended: bool = False,
) -> tuple[Clock, ...]:
    found = running_clocks(
        book,
        question,
        facts=facts.for_rulebook(),
        moments=moments,
        office=office,
        extended=extended,
    )
    dated = (_clock(purpose, one, extended=extended) for one in found)
    return tuple(clock for clock in dated if clock is not None)


def _clock(purpose: str, one: Running, *, extended: bool) -> Clock | None:
    if one.due.due_at is None:
        return None
    return Clock(
        purpose=purpose,
        rule=one.rule,
        started_at=one.started_at,
        due_at=one.due.due_at,
        governs=one.governs,
        extended=extended and one.rule.extension is not None,
        working=one.due.working,
    )
