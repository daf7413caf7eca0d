"""Continuity of care: what goes on when a member's PCP, IPA or plan changes, and until when.

An approval is the plan's word: a change of PCP or IPA within the plan does not end it. In a new
plan the length of the transition is in rulebook/prior_auth/new_member_in_treatment.yaml. Where no
rule gives a length nothing ends by itself: a person decides.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.rulebook.deadlines import compute_due
from openmso.standards.calendars import OfficeCalendar

from .cover import Change, What

QUESTION = "prior_auth/new_member_in_treatment"
_ONE_DAY = timedelta(days=1)


class GoesOn(StrEnum):
    AS_BEFORE = "as_before"
    FOR_A_TIME = "for_a_time"
    A_PERSON_DECIDES = "a_person_decides"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderWay:
    """An open approval, or a treatment nobody asked us about (`approval` empty).

    It runs from `from_on` up to but without `until_on`; None: no last day is set. `rule_id` says
    why the approval ends when it ends.
    """

    what: str
    from_on: date
    until_on: date | None = None
    approval: str = ""
    rule_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What becomes of one thing. `until_on` is the first day on which it no longer holds by this
    answer; None: the change sets no end."""

    under_way: UnderWay
    goes_on: GoesOn
    until_on: date | None
    rule_id: str
    citation: str
    why: str


def continuity(
    change: Change, under_way: Iterable[UnderWay], *, book: Rulebook, office: OfficeCalendar
) -> tuple[Answered, ...]:
    """Answer for everything that was under way when the change came. Raises ConflictingAnswers."""
    return tuple(
        _answer(change, thing, book, office) for thing in under_way if _is_open(thing, change.on)
    )


def _is_open(thing: UnderWay, on: date) -> bool:
    # What was cut on the very day of the change was under way until then.
    return thing.from_on < on and (thing.until_on is None or thing.until_on >= on)


def _answer(change: Change, thing: UnderWay, book: Rulebook, office: OfficeCalendar) -> Answered:
    if change.after is None:
        return _by_a_person(thing, "The plan ends on this day, and none of ours takes its place.")
    if What.PLAN not in change.what:
        return _as_before(thing, book)
    rule = _transition(change.after.line_of_business, change.on, book)
    if rule is None:
        return _by_a_person(
            thing, f"No rule in the book gives a length for {change.after.line_of_business}."
        )
    start = office.instant(datetime.combine(change.on, time()))
    due_at = compute_due(rule, start, office).due_at
    if due_at is None:
        return _by_a_person(thing, "The rule gives no last day.")
    return Answered(
        under_way=thing,
        goes_on=GoesOn.FOR_A_TIME,
        until_on=office.local(due_at).date() + _ONE_DAY,
        rule_id=rule.id,
        citation=rule.citation,
        why="The member is new to the plan: no new approval may interrupt it in this time.",
    )


def _transition(line_of_business: str, on: date, book: Rulebook) -> Answer | None:
    answers = book.answers_in_force(QUESTION, on=on, facts={"line_of_business": line_of_business})
    return next((answer for answer in answers if answer.has_arithmetic), None)


def _as_before(thing: UnderWay, book: Rulebook) -> Answered:
    rule = book.answers.get(thing.rule_id)
    return Answered(
        under_way=thing,
        goes_on=GoesOn.AS_BEFORE,
        until_on=thing.until_on,
        rule_id=rule.id if rule else "",
        citation=rule.citation if rule else "",
        why="The plan is the same, and its word holds; a new PCP or IPA does not end it.",
    )


def _by_a_person(thing: UnderWay, why: str) -> Answered:
    return Answered(
        under_way=thing,
        goes_on=GoesOn.A_PERSON_DECIDES,
        until_on=None,
        rule_id="",
        citation="",
        why=f"{why} It goes on until a person has decided.",
    )
