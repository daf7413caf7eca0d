"""The times of a review outside: ours to keep, and the outside body's to be expected.

No number stands here. Each duty names its question in the rulebook and the instants that start it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from openmso.rulebook.book import Rulebook
from openmso.rulebook.clocks import running_clocks
from openmso.rulebook.duty_clocks import DutyClock, of_duty
from openmso.standards.calendars import OfficeCalendar

from .forum import REVERSED_BY, Forum

SEND_PACKET = "send_packet"
CARRY_OUT = "carry_out"
ACCEPTANCE = "outside_acceptance"
OUTSIDE_DECISION = "outside_decision"

OURS = frozenset({SEND_PACKET, CARRY_OUT})
"""The purposes by which this office is measured; the others tell what may be expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the rules ask about a case. `basis` is the rulebook's word, "" when nobody knows."""

    forum: Forum
    line_of_business: str
    licensed_plan: bool | None
    expedited: bool
    basis: str
    is_drug: bool


_AFTER_FILING = {
    Forum.IMR: (("independent_review/acceptance", "application_received"),),
    Forum.COMPLAINT: (("independent_review/complaint_review", "found_not_eligible"),),
    Forum.STATE_HEARING: (("hearings/state_hearing_decision", "hearing_asked"),),
}
_PACKET = {
    Forum.IMR: (
        "independent_review/records",
        ("regulator_notice_received", "expedited_review_approved"),
    ),
    Forum.STATE_HEARING: ("hearings/hearing_packet", ("hearing_told",)),
    Forum.MEDICARE_ENTITY: ("appeals/forwarding", ("appeal_upheld",)),
}
_AFTER_PACKET = {
    Forum.IMR: (
        "independent_review/decision",
        ("application_complete", "information_received", "review_asked"),
    ),
    Forum.MEDICARE_ENTITY: ("independent_review/medicare_decision", ("case_file_received",)),
}


def due_when_filed(
    facts: Facts, filed_at: datetime, book: Rulebook, office: OfficeCalendar
) -> tuple[DutyClock, ...]:
    """Return when the outside body answers something that reached it at `filed_at`."""
    purpose = ACCEPTANCE if facts.forum is Forum.IMR else OUTSIDE_DECISION
    found: list[DutyClock] = []
    for question, moment in _AFTER_FILING.get(facts.forum, ()):
        found += _due(purpose, question, {moment: filed_at}, facts, book, office)
    return tuple(found)


def due_when_told(
    facts: Facts, told_at: datetime, book: Rulebook, office: OfficeCalendar
) -> tuple[DutyClock, ...]:
    """Return by when our packet must be there: counted from the notice that reached us."""
    if facts.forum not in _PACKET:
        return ()
    question, moments = _PACKET[facts.forum]
    return _due(SEND_PACKET, question, dict.fromkeys(moments, told_at), facts, book, office)


def due_when_sent(
    facts: Facts, sent_at: datetime, book: Rulebook, office: OfficeCalendar
) -> tuple[DutyClock, ...]:
    """Return when the ruling may be expected, counted from the papers that we sent."""
    if facts.forum not in _AFTER_PACKET:
        return ()
    question, moments = _AFTER_PACKET[facts.forum]
    return _due(OUTSIDE_DECISION, question, dict.fromkeys(moments, sent_at), facts, book, office)


def due_when_ruled(
    facts: Facts, told_at: datetime, book: Rulebook, office: OfficeCalendar
) -> tuple[DutyClock, ...]:
    """Return by when a ruling for the member must be carried out; the earliest governs."""
    moments = {"reversal_received": told_at}
    return _due(CARRY_OUT, "appeals/carry_out_authorize", moments, facts, book, office)


def _due(
    purpose: str,
    question: str,
    moments: Mapping[str, datetime],
    facts: Facts,
    book: Rulebook,
    office: OfficeCalendar,
) -> tuple[DutyClock, ...]:
    running = running_clocks(book, question, facts=_asked(facts), moments=moments, office=office)
    return of_duty(purpose, running)


def _asked(facts: Facts) -> dict[str, object]:
    asked: dict[str, object] = {
        "line_of_business": facts.line_of_business,
        "urgency": "expedited" if facts.expedited else "standard",
        "item_or_drug": "drug" if facts.is_drug else "item",
        "reversed_by": REVERSED_BY[facts.forum],
        "appeal_result": "upheld",
    }
    if facts.licensed_plan is not None:
        asked["licensed_plan"] = facts.licensed_plan
    if facts.basis:
        asked["basis"] = facts.basis
    return asked
