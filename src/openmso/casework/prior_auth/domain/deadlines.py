"""Which clocks run on a request: which questions the rulebook is asked, and with which facts.

Every authority's answer is kept; the strictest governs. The law that applies is that of the day on
which the first page reached us (42 CFR 422.568, HSC 1367.01 and their kin; see the rulebook).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.rulebook.deadlines import Due, compute_due
from openmso.rulebook.duty_clocks import DutyClock
from openmso.rulebook.errors import NoAnswer
from openmso.standards.calendars import LimitInWords, OfficeCalendar

from .request import Timing, Urgency

DECIDE = "decide"
TELL_PROVIDER = "tell_provider"
TELL_MEMBER = "tell_member"
TELL_EXTENSION = "tell_extension"
CARRY_OUT_AUTHORIZE = "carry_out_authorize"
CARRY_OUT_PROVIDE = "carry_out_provide"
CARRY_OUT = (CARRY_OUT_AUTHORIZE, CARRY_OUT_PROVIDE)
"""What is owed after a ruling: the authorization, then the care itself."""

_AGAIN = (
    "No law gives a request that is opened again a time of its own: the time of a new request is "
    "counted from then."
)
_WITH_THE_INFORMATION = frozenset({"information_complete", "information_received"})
_WITH_THE_REQUEST = frozenset({"request_received"}) | _WITH_THE_INFORMATION
_TIMINGS = {
    Timing.PRE_SERVICE: "prospective",
    Timing.CONCURRENT: "concurrent",
    Timing.RETROSPECTIVE: "retrospective",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockFacts:
    """Everything a clock of this request can depend on; instants carry a time zone.

    `complete_at` None: something is still missing, and clocks that start with complete information
    are counted from receipt as the safe start. `reopened_at`: a decided request was taken up again;
    its clocks begin there, by the law of that day. `reversed_by` names who ruled where a ruling
    took it up again; `reopened_at` is then its notice. `outcome` is approve, deny or modify once
    decided.
    """

    line_of_business: str
    urgency: Urgency
    is_drug: bool
    needs_authorization: bool
    timing: Timing
    received_at: datetime
    complete_at: datetime | None
    extension_taken_at: datetime | None = None
    reopened_at: datetime | None = None
    decided_at: datetime | None = None
    outcome: str | None = None
    reversed_by: str | None = None
    licensed_plan: bool | None = None

    @property
    def begun_at(self) -> datetime:
        """When the clocks of this round begin; its day says which law applies."""
        return self.reopened_at or self.received_at

    def for_rulebook(self) -> dict[str, str | bool | None]:
        """Return these facts in the words of the rulebook."""
        return {
            "line_of_business": self.line_of_business,
            "urgency": str(self.urgency),
            "item_or_drug": "drug" if self.is_drug else "item",
            "subject_to_prior_authorization": self.needs_authorization,
            "review_timing": _TIMINGS[self.timing],
            "outcome": self.outcome,
        }


def clocks(facts: ClockFacts, book: Rulebook, office: OfficeCalendar) -> tuple[DutyClock, ...]:
    """Return every clock of the request as the facts stand. Raises NoAnswer, ConflictingAnswers."""
    if facts.reversed_by is None:
        found = _clocks_to_decide(facts, book, office)
    else:
        found = _clocks_to_carry_out(facts, book, office)
    if facts.decided_at is not None:
        found += _clocks_to_tell(TELL_PROVIDER, "prior_auth/provider_notice", facts, book, office)
        found += _clocks_to_tell(TELL_MEMBER, "prior_auth/member_notice", facts, book, office)
    if facts.extension_taken_at is not None:
        found += _clocks_to_tell(TELL_EXTENSION, "prior_auth/extension", facts, book, office)
    return tuple(found)


def _clocks_to_decide(facts: ClockFacts, book: Rulebook, office: OfficeCalendar) -> list[DutyClock]:
    answers = book.ask(
        "prior_auth/decision_due",
        on=office.local(facts.begun_at).date(),
        facts=facts.for_rulebook(),
    )
    found = _run(DECIDE, answers, _starts(facts), facts, office)
    if not found:
        raise NoAnswer("no rule gives a due time for the decision of this request")
    return found


def _clocks_to_carry_out(
    facts: ClockFacts, book: Rulebook, office: OfficeCalendar
) -> list[DutyClock]:
    """Return the clocks of a ruling; none where no rule names a time beside the ruling's own."""
    asked = {
        **facts.for_rulebook(),
        "reversed_by": facts.reversed_by,
        "licensed_plan": facts.licensed_plan,
    }
    on = office.local(facts.begun_at).date()
    starts = {"reversal_received": facts.begun_at}
    found: list[DutyClock] = []
    for purpose in CARRY_OUT:
        answers = book.answers_in_force(f"appeals/{purpose}", on=on, facts=asked)
        found += _run(purpose, answers, starts, facts, office)
    return found


def _clocks_to_tell(
    purpose: str, question: str, facts: ClockFacts, book: Rulebook, office: OfficeCalendar
) -> list[DutyClock]:
    answers = book.answers_in_force(
        question, on=office.local(facts.begun_at).date(), facts=facts.for_rulebook()
    )
    return _run(purpose, answers, _starts(facts), facts, office)


def _starts(facts: ClockFacts) -> Mapping[str, datetime]:
    moments = {
        "request_received": facts.begun_at,
        **dict.fromkeys(
            _WITH_THE_INFORMATION, max(facts.complete_at or facts.begun_at, facts.begun_at)
        ),
        "extension_taken": facts.extension_taken_at,
        "decision_made": facts.decided_at,
        "approved": facts.decided_at,
    }
    return {name: moment for name, moment in moments.items() if moment is not None}


def _run(
    purpose: str,
    answers: tuple[Answer, ...],
    starts: Mapping[str, datetime],
    facts: ClockFacts,
    office: OfficeCalendar,
) -> list[DutyClock]:
    running: list[tuple[Due, datetime, bool]] = []
    for answer in answers:
        begun = starts.get(answer.starts_at)
        if begun is None or isinstance(answer.value, LimitInWords):
            continue
        extended = facts.extension_taken_at is not None and answer.extension is not None
        if facts.reopened_at == begun and answer.starts_at in _WITH_THE_REQUEST:
            answer = replace(answer, starts_at="reopened")
        running.append((compute_due(answer, begun, office, extended), begun, extended))
    dated = [(due, begun, extended, due.due_at) for due, begun, extended in running if due.due_at]
    if not dated:
        return []
    strictest = min(dated, key=lambda one: one[3])[0]
    return [
        DutyClock(
            purpose=purpose,
            rule=due.rule,
            started_at=begun,
            due_at=due_at,
            extended=extended,
            governs=due is strictest,
            working=(*_why_this_start(due.rule, facts), *due.working),
        )
        for due, begun, extended, due_at in dated
    ]


def _why_this_start(rule: Answer, facts: ClockFacts) -> tuple[str, ...]:
    if rule.starts_at == "reopened":
        return (_AGAIN,)
    if rule.starts_at in _WITH_THE_INFORMATION and facts.complete_at is None:
        return ("Something is still missing; counted from receipt as the safe start.",)
    return ()
