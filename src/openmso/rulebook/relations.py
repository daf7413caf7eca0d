"""How one rule stands to the others: its history, who else speaks, who governs, special cases."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from openmso.rulebook.answers import Answer
from openmso.rulebook.book import Rulebook
from openmso.rulebook.deadlines import compute_due
from openmso.rulebook.facts import compatible, more_specific
from openmso.rulebook.vocabulary import LimitIs
from openmso.standards.calendars import HolidaysUnknown, OfficeCalendar
from openmso.standards.calendars.counting import DateOutOfReach


class Verdict(StrEnum):
    """Which of two rules governs. `BOTH`: no two due times to compare, so both are kept."""

    THIS = "this"
    OTHER = "other"
    SAME = "same"
    BOTH = "both"
    GIVES_WAY = "gives_way"
    STRONGER = "stronger"
    NOT_IN_FORCE = "not_in_force"


@dataclass(frozen=True, slots=True)
class Beside:
    """Another authority's rule, and how it compares when both clocks start at one moment.

    `due_at` is the other rule's due time in UTC, None where none can be compared.
    """

    rule: Answer
    verdict: Verdict
    due_at: datetime | None = None


def history(book: Rulebook, rule: Answer) -> tuple[Answer, ...]:
    """Return the same authority's answers of other times, and the rule itself; oldest first.

    Only answers that are listed for one of the rule's lines of business and could have met the
    same request.
    """
    others = [
        other
        for other in _same_question(book, rule)
        if other.authority is rule.authority
        and set(other.line_of_business) & set(rule.line_of_business)
        and compatible(other.facts, rule.facts)
        and not _overlap(other, rule)
    ]
    return tuple(sorted((rule, *others), key=lambda each: (each.from_on or date.min, each.id)))


def beside(
    book: Rulebook, rule: Answer, start: datetime, office: OfficeCalendar
) -> tuple[Beside, ...]:
    """Return what other authorities say to the same question, each compared with the rule.

    Also the rules of other questions to which it gives way, or which give way to it. Both clocks
    are counted from `start`; without an offset it is office time.
    """
    return tuple(
        _compared(rule, other, start, office)
        for other in (*_same_question(book, rule), *_named(book, rule))
        if other.authority is not rule.authority
        and compatible(other.facts, rule.facts)
        and _overlap(other, rule)
    )


def special_cases(book: Rulebook, rule: Answer) -> tuple[Answer, ...]:
    """Return the same authority's rules that ask for more facts, and then stand in its place."""
    return tuple(
        other
        for other in _same_question(book, rule)
        if other.authority is rule.authority
        and more_specific(other.facts, rule.facts)
        and _overlap(other, rule)
    )


def stands_in_place_of(book: Rulebook, rule: Answer) -> tuple[Answer, ...]:
    """Return the same authority's more general rules that this one displaces where it applies."""
    return tuple(
        other
        for other in _same_question(book, rule)
        if other.authority is rule.authority
        and more_specific(rule.facts, other.facts)
        and _overlap(other, rule)
    )


def silence(book: Rulebook, rule: Answer) -> tuple[Answer, ...]:
    """Return the answers of the rule's own folder to what follows when nobody answers."""
    folder = rule.question.partition("/")[0]
    return tuple(
        other
        for other in book.by_question.get(f"{folder}/silence", ())
        if other.id != rule.id
        and set(other.line_of_business) & set(rule.line_of_business)
        and compatible(other.facts, rule.facts)
        and _overlap(other, rule)
    )


def _same_question(book: Rulebook, rule: Answer) -> tuple[Answer, ...]:
    return tuple(other for other in book.by_question[rule.question] if other.id != rule.id)


def _named(book: Rulebook, rule: Answer) -> tuple[Answer, ...]:
    here = {other.id for other in book.by_question[rule.question]}
    return tuple(
        other
        for other in book.answers.values()
        if other.id not in here and (other.id in rule.gives_way_to or rule.id in other.gives_way_to)
    )


def _overlap(one: Answer, other: Answer) -> bool:
    begins = max(one.from_on or date.min, other.from_on or date.min)
    return begins < min(one.until_on or date.max, other.until_on or date.max)


def _compared(rule: Answer, other: Answer, start: datetime, office: OfficeCalendar) -> Beside:
    if other.id in rule.gives_way_to:
        return Beside(other, Verdict.GIVES_WAY)
    if rule.id in other.gives_way_to:
        return Beside(other, Verdict.STRONGER)
    if not (_is_deadline(rule) and _is_deadline(other)):
        return Beside(other, Verdict.BOTH)
    try:
        if not other.in_force(office.local(start).date()):
            return Beside(other, Verdict.NOT_IN_FORCE)
        mine, its = (compute_due(each, start, office).due_at for each in (rule, other))
    except (DateOutOfReach, HolidaysUnknown, OverflowError):
        return Beside(other, Verdict.BOTH)
    if mine is None or its is None:
        return Beside(other, Verdict.BOTH)
    if mine == its:
        return Beside(other, Verdict.SAME, its)
    return Beside(other, Verdict.THIS if mine < its else Verdict.OTHER, its)


def _is_deadline(rule: Answer) -> bool:
    return rule.has_arithmetic and rule.limit_is is LimitIs.DEADLINE
